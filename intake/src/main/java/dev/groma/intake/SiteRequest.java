package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutqueue.SiteFile;
import dev.groma.api.layoutqueue.SiteLayoutMapping;
import dev.groma.engine.json.Quoted;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"site_id": 7, "target_capacity_kw": 20000, "use_terrain": true, "dem_resolution_m": 30}}:
 * a site by its number. Its files lie where the mapping says.
 */
final class SiteRequest {

  private static final List<String> MEMBERS =
      List.of(
          "site_id",
          "target_capacity_kw",
          "use_terrain",
          "dem_resolution_m",
          "layout_id",
          "correlation_id");

  /** Cell of the terrain where the request does not say, in metres: the default of that system. */
  private static final double DEFAULT_RESOLUTION_METRES = 30;

  /** A number becomes part of a key, so it must not lead out of its folder. */
  private static final Pattern SITE_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}");

  private static final Renames RENAMES =
      Renames.of(
          new Renames.Rename("spec.siteLayout.targetCapacityKw", "target_capacity_kw"),
          new Renames.Rename("spec.siteLayout.terrain.resolutionMetres", "dem_resolution_m"),
          new Renames.Rename("spec.siteLayout.boundary.s3.key", "site_id"),
          new Renames.Rename("spec.siteLayout.terrain.dem.s3.key", "site_id"),
          new Renames.Rename("spec.idempotencyKey", "layout_id"),
          new Renames.Rename("spec.correlationId", "correlation_id"));

  private SiteRequest() {}

  static Draft draft(JsonNode request, @Nullable SiteLayoutMapping mapping, Provenance provenance)
      throws Refusal {
    SiteLayoutMapping declared = Mapped.require(mapping, Shape.SITE, "siteLayout");
    Fields fields = new Fields(request, MEMBERS);
    String siteId = siteId(request.path("site_id"), fields);
    boolean terrain = fields.required("use_terrain", JsonNodeType.BOOLEAN).asBoolean();
    JsonNode capacity = fields.required("target_capacity_kw", JsonNodeType.NUMBER);
    JsonNode resolution = fields.optional("dem_resolution_m", JsonNodeType.NUMBER);
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    Mapped.put(spec, "idempotencyKey", fields.text("layout_id"));
    Mapped.put(spec, "correlationId", fields.text("correlation_id"));
    fields.end();
    ObjectNode site = spec.putObject("siteLayout");
    site.set("boundary", file(declared.boundary(), siteId));
    site.set("targetCapacityKw", capacity);
    if (terrain) {
      SiteFile elevation = Mapped.require(declared.terrain(), Shape.SITE, "siteLayout.terrain");
      ObjectNode ground = site.putObject("terrain");
      ground.set("dem", file(elevation, siteId));
      ground.put("resolutionMetres", resolution.asDouble(DEFAULT_RESOLUTION_METRES));
    }
    return Draft.mapped(spec, RENAMES, provenance);
  }

  private static String siteId(JsonNode value, Fields fields) {
    String text = value.isTextual() || value.isIntegralNumber() ? value.asText() : "";
    if (!SITE_ID.matcher(text).matches()) {
      fields.mistake(
          "site_id: must be a whole number, or up to 128 letters, digits and . _ - that do not begin"
              + " with a dot; was "
              + Quoted.of(value.isValueNode() ? value.asText() : value.getNodeType().name()));
    }
    return text;
  }

  private static ObjectNode file(SiteFile file, String siteId) {
    ObjectNode source = JsonNodeFactory.instance.objectNode();
    source.putObject("s3").put("bucket", file.bucket()).put("key", file.keyOf(siteId));
    return source;
  }
}
