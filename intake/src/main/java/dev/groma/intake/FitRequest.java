package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.OutlineSource;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.layoutqueue.SiteFitMapping;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"app_id": "web", "definition": "house", "version": "1", "inputs": {"crs": "EPSG:5514",
 * "parcel": ..., "house": ..., "seed": 42}}}: a definition that the mapping names. The inputs are
 * members of the engine's block under the same names.
 */
final class FitRequest {

  private static final List<String> MEMBERS =
      List.of("app_id", "definition", "version", "inputs", "job_id", "correlation_id");

  private static final List<String> OUTLINES = List.of("parcel", "house");

  private static final Renames RENAMES =
      Renames.of(
          new Renames.Rename("spec.siteFit", "inputs"),
          new Renames.Rename("spec.seed", "inputs.seed"),
          new Renames.Rename("spec.idempotencyKey", "job_id"),
          new Renames.Rename("spec.correlationId", "correlation_id"));

  private FitRequest() {}

  static Draft draft(JsonNode request, @Nullable SiteFitMapping mapping, Provenance provenance)
      throws Refusal {
    SiteFitMapping declared = Mapped.require(mapping, Shape.FIT, "siteFit");
    Fields fields = new Fields(request, MEMBERS);
    String application = fields.text("app_id");
    String definition = fields.required("definition", JsonNodeType.STRING).asText();
    String version = fields.text("version");
    JsonNode inputs = fields.required("inputs", JsonNodeType.OBJECT);
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    Mapped.put(spec, "idempotencyKey", fields.text("job_id"));
    Mapped.put(spec, "correlationId", fields.text("correlation_id"));
    fields.end();
    requireDeclared(declared, definition, version);
    ObjectNode block = inputs.deepCopy();
    JsonNode seed = block.remove("seed");
    if (seed != null) {
      spec.set("seed", seed);
    }
    for (String outline : OUTLINES) {
      if (block.hasNonNull(outline)) {
        block.set(outline, outline(block.get(outline)));
      }
    }
    spec.set("siteFit", block);
    Draft draft = Draft.mapped(spec, RENAMES, provenance);
    return application == null ? draft : draft.annotated(QueuedJob.APP_ID, application);
  }

  private static void requireDeclared(
      SiteFitMapping mapping, String definition, @Nullable String version) throws Refusal {
    boolean declared =
        mapping.definitions().stream()
            .anyMatch(known ->
                known.name().equals(definition)
                    && (known.version() == null || known.version().equals(version)));
    if (!declared) {
      throw new Refusal(
          RefusalReason.MappingMissing,
          "definition: %s in version %s is not among spec.mappings.siteFit.definitions: %s"
              .formatted(
                  Quoted.of(definition),
                  version == null ? "none" : Quoted.of(version),
                  mapping.definitions().stream()
                      .map(known ->
                          known.version() == null
                              ? known.name()
                              : known.name() + " " + known.version())
                      .collect(Collectors.joining(", "))));
    }
  }

  /**
   * An outline: its vertices in a list, or as a member coordinates. GeoJSON, and what is longer
   * than a manifest may spell out, becomes a text.
   */
  private static JsonNode outline(JsonNode given) {
    JsonNode vertices = given.isArray() ? given : given.path("coordinates");
    boolean geoJson = given.has("type");
    boolean source = given.isObject() && !geoJson && !given.has("coordinates");
    if (source || !vertices.isArray() && !geoJson) {
      return given;
    }
    ObjectNode outline = JsonNodeFactory.instance.objectNode();
    if (given.isArray()) {
      outline.set("coordinates", given);
    } else {
      outline.setAll((ObjectNode) given);
    }
    return geoJson || vertices.size() > OutlineSource.MOST_VERTICES
        ? JsonNodeFactory.instance.objectNode().put("inline", outline.toString())
        : outline;
  }
}
