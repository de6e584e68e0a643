package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where an input's bytes come from: exactly one of the members is set. */
@ValidationRule(
    value = "[has(self.inline), has(self.configMap)].filter(present, present).size() == 1",
    message = "exactly one source is required: inline or configMap")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputSource(
    @JsonPropertyDescription(
            "The text itself, at most 192 KiB in UTF-8. Larger text goes into a ConfigMap. Default:"
                + " none; exactly one source is required.")
        @Size(min = 1, max = InputSource.INLINE_MAX_BYTES) @Nullable String inline,
    @JsonPropertyDescription(
            "A key of a ConfigMap in the job's namespace, mounted into the runner. Default: none;"
                + " exactly one source is required.")
        @Nullable ConfigMapKey configMap) {

  /**
   * The longest inline text, in bytes of UTF-8: what is left of the API server's 256 KiB of
   * annotations, in which {@code kubectl apply} repeats the whole manifest with its quotes escaped.
   */
  public static final int INLINE_MAX_BYTES = 192 * 1024;
}
