package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where artifacts go: exactly one of the members is set. */
@ValidationRule(
    value =
        "[has(self.configMap), has(self.s3), has(self.volumeClaim)]"
            + ".filter(present, present).size() == 1",
    message = "exactly one sink is required: configMap, s3 or volumeClaim")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Output(
    @JsonPropertyDescription(
            "The ConfigMap NAME-result beside the job, which goes with it; at most 900 KiB. Written"
                + " as configMap: {}. Default: none; exactly one sink is required.")
        @Nullable ConfigMapSink configMap,
    @JsonPropertyDescription("A bucket. Default: none; exactly one sink is required.")
        @Nullable S3Prefix s3,
    @JsonPropertyDescription(
            "A PersistentVolumeClaim of the job's namespace, mounted into the runner. Default: none;"
                + " exactly one sink is required.")
        @Nullable VolumeFolder volumeClaim) {

  /** Whether exactly one member is set, as the CRD demands of new objects. */
  public boolean unambiguous() {
    return Stream.of(configMap, s3, volumeClaim).filter(Objects::nonNull).count() == 1;
  }
}
