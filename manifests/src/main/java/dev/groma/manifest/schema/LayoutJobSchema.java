package dev.groma.manifest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.manifest.YamlFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schema of a LayoutJob, as the CRD that is packed with the program has it. */
public final class LayoutJobSchema {

  private static final String CRD = "/crds/layoutjobs.groma.dev.yaml";
  private static final String ENVELOPE = "/dev/groma/manifest/schema/envelope.yaml";

  private final Schema manifest;
  private final Schema explained;

  private LayoutJobSchema(Schema manifest, Schema explained) {
    this.manifest = manifest;
    this.explained = explained;
  }

  /** Reads the CRD. */
  public static LayoutJobSchema load() {
    JsonNode version = resource(CRD).at("/spec/versions/0");
    if (!version.path("name").asText().equals(LayoutJob.VERSION)) {
      throw new IllegalStateException("the CRD packed with this program is of another version");
    }
    JsonNode root = version.at("/schema/openAPIV3Schema");
    ObjectNode envelope = (ObjectNode) resource(ENVELOPE);
    ((ObjectNode) envelope.get("properties")).set("spec", root.at("/properties/spec"));
    return new LayoutJobSchema(SchemaReader.checkable(envelope), SchemaReader.explainable(root));
  }

  /** Everything in the manifest that the API server refuses. */
  public List<Violation> violations(JsonNode manifestTree) {
    return SchemaCheck.violations(manifest, manifestTree);
  }

  /** Where inputs may stand, such as {@code spec.roomDetection.walls}. */
  public List<String> inputPaths() {
    List<String> paths = new ArrayList<>();
    addInputs("", manifest, paths);
    return paths;
  }

  private static void addInputs(String path, Schema schema, List<String> paths) {
    if (schema.members().keySet().containsAll(List.of("inline", "configMap"))) {
      paths.add(path);
      return;
    }
    for (Map.Entry<String, Schema> member : schema.members().entrySet()) {
      String name = member.getKey();
      addInputs(path.isEmpty() ? name : path + "." + name, member.getValue(), paths);
    }
  }

  /** The schema of what a manifest may hold. */
  Schema manifest() {
    return manifest;
  }

  /** Spec and status with their descriptions. */
  public Schema explained() {
    return explained;
  }

  private static JsonNode resource(String name) {
    try (InputStream in = LayoutJobSchema.class.getResourceAsStream(name)) {
      return YamlFormat.read(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }
}
