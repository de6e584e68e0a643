package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an outline comes from: its coordinates, or one of the sources of {@link InputSource}. */
@ValidationRule(
    value =
        "[has(self.coordinates), has(self.inline), has(self.configMap), has(self.s3),"
            + " has(self.volumeClaim)].filter(present, present).size() == 1",
    message = "exactly one source is required: coordinates, inline, configMap, s3 or volumeClaim")
@ValidationRule(
    value = "!has(self.holes) || has(self.coordinates)",
    message = "holes stand beside coordinates; elsewhere they are part of the text")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutlineSource(
    @JsonPropertyDescription(
            "Up to 1000 vertices in order, each [x, y], the first repeated at the end. Default:"
                + " none; exactly one source is required.")
        @Size(min = 1, max = OutlineSource.MOST_VERTICES) @Nullable List<List<Double>> coordinates,
    @JsonPropertyDescription(
            "Up to 10 holes beside coordinates, each a list of up to 100 vertices. Default: none.")
        @Size(max = OutlineSource.MOST_HOLES) @Nullable List<List<List<Double>>> holes,
    @JsonPropertyDescription(
            "GeoJSON, or JSON of the form {\"coordinates\": [[x, y], ...], \"holes\": [...]}, at most"
                + " 192 KiB in UTF-8. Default: none; exactly one source is required.")
        @Size(min = 1, max = InputSource.INLINE_MAX_BYTES) @Nullable String inline,
    @JsonPropertyDescription(
            "A key of a ConfigMap in the job's namespace, mounted into the runner. Default: none;"
                + " exactly one source is required.")
        @Nullable ConfigMapKey configMap,
    @JsonPropertyDescription(
            "An object in S3, fetched by the runner. Default: none; exactly one source is required.")
        @Nullable S3Object s3,
    @JsonPropertyDescription(
            "A file in a PersistentVolumeClaim of the job's namespace, mounted read-only into the"
                + " runner. Default: none; exactly one source is required.")
        @Nullable VolumeFile volumeClaim) {

  /** Vertices of one ring that a manifest may spell out; larger outlines are references. */
  public static final int MOST_VERTICES = 1000;

  /** Holes that a manifest may spell out. */
  public static final int MOST_HOLES = 10;

  /** Vertices of one hole that a manifest may spell out: all together stay below 192 KiB. */
  public static final int MOST_HOLE_VERTICES = 100;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The same source for a runner, which gets coordinates as an inline document. */
  public InputSource toInput() {
    if (coordinates == null) {
      return new InputSource(inline, configMap, s3, volumeClaim);
    }
    ObjectNode document = MAPPER.createObjectNode();
    document.set("coordinates", MAPPER.valueToTree(coordinates));
    if (holes != null) {
      document.set("holes", MAPPER.valueToTree(holes));
    }
    return InputSource.ofInline(document.toString());
  }
}
