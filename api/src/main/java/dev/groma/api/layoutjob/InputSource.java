package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where an input's bytes come from: exactly one of the members is set. */
@ValidationRule(
    value =
        "[has(self.inline), has(self.configMap), has(self.s3), has(self.volumeClaim)]"
            + ".filter(present, present).size() == 1",
    message = "exactly one source is required: inline, configMap, s3 or volumeClaim")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputSource(
    @JsonPropertyDescription(
            "The text itself, at most 192 KiB in UTF-8. Larger text goes into a ConfigMap, S3 or a"
                + " volume. Default: none; exactly one source is required.")
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

  /**
   * The longest inline text, in bytes of UTF-8: what is left of the API server's 256 KiB of
   * annotations, in which {@code kubectl apply} repeats the whole manifest with its quotes escaped.
   */
  public static final int INLINE_MAX_BYTES = 192 * 1024;

  /**
   * The longest that all inline inputs of a job may be together, in bytes of UTF-8. They travel in
   * annotations of the Pod, of which there may be 256 KiB (TotalAnnotationSizeLimitB of
   * k8s.io/apimachinery); the rest is for the request and the certificates.
   */
  public static final int INLINE_TOTAL_MAX_BYTES = 224 * 1024;

  /** A source of text that stands in the manifest. */
  public static InputSource ofInline(String text) {
    return new InputSource(text, null, null, null);
  }

  /** A source in a ConfigMap. */
  public static InputSource ofConfigMap(String name, String key) {
    return new InputSource(null, new ConfigMapKey(name, key), null, null);
  }

  /** Whether exactly one member is set, as the CRD demands of new objects. */
  public boolean unambiguous() {
    return Stream.of(inline, configMap, s3, volumeClaim).filter(Objects::nonNull).count() == 1;
  }
}
