package dev.groma.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueue;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.WatchEvent;
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

  @Test
  void an_event_of_a_watch_is_read_as_the_kind_that_it_is_of() {
    for (String kind : new String[] {LayoutJob.KIND, LayoutQueue.KIND}) {
      WatchEvent event =
          serialization.unmarshal(
              """
              {"type": "ADDED", "object": {"apiVersion": "groma.dev/v1alpha1", "kind": "%s",
               "metadata": {"name": "studio"}}}
              """
                  .formatted(kind),
              WatchEvent.class);

      assertThat(event.getObject())
          .hasSameClassAs(kind.equals(LayoutJob.KIND) ? new LayoutJob() : new LayoutQueue());
    }
  }
}
