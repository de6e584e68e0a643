package dev.groma.api.crd;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.OutlineSource;
import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.QueueConditionType;
import dev.groma.api.reason.QueueReason;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.ConditionType;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CRDs of Groma.
 *
 * <p>What the generator has no annotation for is added here: lists that are maps, bounds of lists
 * within lists, and the status that an object has from the moment it is stored. Without that one an
 * object that nobody has seen yet has no condition at all, which tools that know kstatus take for
 * done.
 */
final class Crds {

  private Crds() {}

  static List<CustomResourceDefinition> all() {
    return List.of(layoutJob(), layoutQueue());
  }

  static CustomResourceDefinition layoutJob() {
    CustomResourceDefinition crd = CrdYaml.generate(LayoutJob.class);
    JSONSchemaProps status = CrdYaml.status(crd);
    listMap(status.getProperties().get("conditions"), "type");
    listMap(status.getProperties().get("artifacts"), "name");
    String waiting = Reason.WaitingForOperator.name();
    String message = "waiting for the operator to take the job on";
    status.setDefault(
        new StatusWhenStored(
                "Pending",
                List.of(
                    ConditionWhenStored.of(ConditionType.Ready.name(), "False", waiting, message),
                    ConditionWhenStored.of(
                        ConditionType.Reconciling.name(), "True", waiting, message)))
            .tree());
    boundOutlines(CrdYaml.spec(crd).getProperties().get("siteFit"));
    return crd;
  }

  static CustomResourceDefinition layoutQueue() {
    CustomResourceDefinition crd = CrdYaml.generate(LayoutQueue.class);
    CrdYaml.root(crd).setXKubernetesValidations(List.of(shortName()));
    JSONSchemaProps status = CrdYaml.status(crd);
    listMap(status.getProperties().get("conditions"), "type");
    String waiting = QueueReason.WaitingForBridge.name();
    String message = "waiting for the bridge to read the queue";
    status.setDefault(
        new StatusWhenStored(
                null,
                List.of(
                    ConditionWhenStored.of(
                        QueueConditionType.Ready.name(), "False", waiting, message),
                    ConditionWhenStored.of(
                        QueueConditionType.Reconciling.name(), "True", waiting, message)))
            .tree());
    CrdYaml.spec(crd)
        .getProperties()
        .get("mappings")
        .getProperties()
        .get("objects")
        .getItems()
        .getSchema()
        .getProperties()
        .get("parameters")
        .setType("object");
    return crd;
  }

  /** The name is the value of a label of every job. */
  private static ValidationRule shortName() {
    ValidationRule rule = new ValidationRule();
    rule.setRule("self.metadata.name.size() <= 63");
    rule.setMessage("the name of a LayoutQueue must have at most 63 characters");
    return rule;
  }

  private static void listMap(JSONSchemaProps list, String key) {
    list.setXKubernetesListType("map");
    list.setXKubernetesListMapKeys(List.of(key));
  }

  /** Lists within lists have bounds too; the generator reads no annotation of theirs. */
  private static void boundOutlines(JSONSchemaProps siteFit) {
    for (String outline : List.of("parcel", "house")) {
      JSONSchemaProps source = siteFit.getProperties().get(outline);
      JSONSchemaProps vertex = source.getProperties().get("coordinates").getItems().getSchema();
      JSONSchemaProps hole = source.getProperties().get("holes").getItems().getSchema();
      hole.setMaxItems((long) OutlineSource.MOST_HOLE_VERTICES);
      for (JSONSchemaProps position : List.of(vertex, hole.getItems().getSchema())) {
        position.setMinItems(2L);
        position.setMaxItems(3L);
      }
    }
    siteFit
        .getProperties()
        .get("street")
        .getProperties()
        .get("edges")
        .getItems()
        .getSchema()
        .setMinimum(0.0);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record StatusWhenStored(@Nullable String phase, List<ConditionWhenStored> conditions) {
    JsonNode tree() {
      return new ObjectMapper().valueToTree(this);
    }
  }

  private record ConditionWhenStored(
      String type,
      String status,
      String reason,
      String message,
      String lastTransitionTime,
      long observedGeneration) {
    static ConditionWhenStored of(String type, String status, String reason, String message) {
      return new ConditionWhenStored(type, status, reason, message, "1970-01-01T00:00:00Z", 0);
    }
  }
}
