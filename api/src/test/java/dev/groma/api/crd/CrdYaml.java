package dev.groma.api.crd;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.OutlineSource;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.ConditionType;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Generates the CRD of LayoutJob from its records.
 *
 * <p>What the generator has no annotation for is added here: the conditions as a list-map, the
 * format of times, and the status that an object has from the moment it is stored.
 */
final class CrdYaml {

  /** Where the CRD is checked in, from the top folder. */
  static final String FILE = "crds/layoutjobs.groma.dev.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private CrdYaml() {}

  static CustomResourceDefinition layoutJob() {
    AtomicReference<CustomResourceDefinition> generated = new AtomicReference<>();
    new CRDGenerator()
        .customResourceClasses(LayoutJob.class)
        .forCRDVersions("v1")
        .withOutput(
            new CRDGenerator.AbstractCRDOutput<>() {
              @Override
              protected OutputStream createStreamFor(String name) {
                return OutputStream.nullOutputStream();
              }
            })
        .withPostProcessor(
            new CRDPostProcessor() {
              @Override
              public HasMetadata process(HasMetadata crd, String version) {
                generated.set((CustomResourceDefinition) crd);
                return crd;
              }
            })
        .generate();
    CustomResourceDefinition crd = generated.get();
    root(crd).setDescription(LayoutJob.class.getAnnotation(JsonClassDescription.class).value());
    JSONSchemaProps status = status(crd);
    JSONSchemaProps conditions = status.getProperties().get("conditions");
    conditions.setXKubernetesListType("map");
    conditions.setXKubernetesListMapKeys(List.of("type"));
    JSONSchemaProps artifacts = status.getProperties().get("artifacts");
    artifacts.setXKubernetesListType("map");
    artifacts.setXKubernetesListMapKeys(List.of("name"));
    status.setDefault(statusWhenStored());
    boundOutlines(crd);
    markTimes(status);
    orderColumns(crd);
    return crd;
  }

  static JSONSchemaProps root(CustomResourceDefinition crd) {
    return crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
  }

  /** Lists within lists have bounds too; the generator reads no annotation of theirs. */
  private static void boundOutlines(CustomResourceDefinition crd) {
    JSONSchemaProps siteFit = root(crd).getProperties().get("spec").getProperties().get("siteFit");
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

  private static JSONSchemaProps status(CustomResourceDefinition crd) {
    return root(crd).getProperties().get("status");
  }

  /**
   * Without it an object that no operator has seen yet has no condition at all, which tools that
   * know kstatus take for done.
   */
  private static JsonNode statusWhenStored() {
    ObjectMapper json = new ObjectMapper();
    String message = "waiting for the operator to take the job on";
    return json.valueToTree(
        new StatusWhenStored(
            "Pending",
            List.of(
                ConditionWhenStored.of(ConditionType.Ready, "False", message),
                ConditionWhenStored.of(ConditionType.Reconciling, "True", message))));
  }

  private record StatusWhenStored(String phase, List<ConditionWhenStored> conditions) {}

  private record ConditionWhenStored(
      String type,
      String status,
      String reason,
      String message,
      String lastTransitionTime,
      long observedGeneration) {
    static ConditionWhenStored of(ConditionType type, String status, String message) {
      return new ConditionWhenStored(
          type.name(),
          status,
          Reason.WaitingForOperator.name(),
          message,
          "1970-01-01T00:00:00Z",
          0);
    }
  }

  /** The generator sorts the columns by path; people read them in the order of the annotations. */
  private static void orderColumns(CustomResourceDefinition crd) {
    List<String> order =
        Arrays.stream(LayoutJob.class.getAnnotationsByType(AdditionalPrinterColumn.class))
            .map(AdditionalPrinterColumn::name)
            .toList();
    crd.getSpec()
        .getVersions()
        .getFirst()
        .getAdditionalPrinterColumns()
        .sort(Comparator.comparingInt(column -> order.indexOf(column.getName())));
  }

  private static void markTimes(JSONSchemaProps schema) {
    if (schema.getProperties() == null) {
      return;
    }
    schema
        .getProperties()
        .forEach((name, property) -> {
          if (name.endsWith("Time")) {
            property.setFormat("date-time");
          }
          markTimes(property);
          if (property.getItems() != null && property.getItems().getSchema() != null) {
            markTimes(property.getItems().getSchema());
          }
        });
  }

  static String text(CustomResourceDefinition crd) throws JsonProcessingException {
    JsonNode tree = new KubernetesSerialization().convertValue(crd, JsonNode.class);
    return "# Generated by `make crds` from api/src/main/java/dev/groma/api/layoutjob.\n"
        + YAML.writeValueAsString(wholeNumbers(tree));
  }

  /** Bounds are doubles in the model: 1.0E12 is hard to read and 1000000000000 is not. */
  private static JsonNode wholeNumbers(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(wholeNumbers(member.getValue())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, wholeNumbers(array.get(i)));
      }
    } else if (node.isDouble() && node.doubleValue() == Math.rint(node.doubleValue())) {
      return LongNode.valueOf(node.longValue());
    }
    return node;
  }
}
