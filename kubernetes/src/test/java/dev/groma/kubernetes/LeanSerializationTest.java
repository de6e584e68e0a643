package dev.groma.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

/** What is kept of the objects that are read. */
class LeanSerializationTest {

  private static final String POD =
      """
      {"apiVersion": "v1", "kind": "Pod",
       "metadata": {
         "name": "flat-1", "labels": {"app": "groma"}, "resourceVersion": "7",
         "managedFields": [
           {"manager": "kubelet", "operation": "Update", "fieldsType": "FieldsV1",
            "fieldsV1": {"f:status": {"f:phase": {}}}}],
         "generation": 3},
       "status": {"phase": "Running"}}
      """;

  private final LeanSerialization serialization = new LeanSerialization(new ObjectMapper());

  @Test
  void who_manages_which_field_is_left_out_and_nothing_else_is() {
    Pod pod = serialization.unmarshal(POD, Pod.class);

    assertThat(pod.getMetadata().getManagedFields()).isEmpty();
    assertThat(pod.getMetadata().getAdditionalProperties()).isEmpty();
    assertThat(pod.getMetadata().getLabels()).containsEntry("app", "groma");
    assertThat(pod.getMetadata().getResourceVersion()).isEqualTo("7");
    assertThat(pod.getMetadata().getGeneration()).isEqualTo(3);
    assertThat(pod.getStatus().getPhase()).isEqualTo("Running");
  }
}
