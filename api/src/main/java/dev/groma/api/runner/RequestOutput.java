package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where the artifacts of an attempt go. The operator chooses the place, one for each attempt, so
 * that a late runner cannot overwrite what a later one stored.
 *
 * @param sink which kind of place
 * @param bucket of {@link Sink#S3}
 * @param prefix of {@link Sink#S3}: every key is this and the artifact's name; ends with a slash
 * @param folder of {@link Sink#Volume}: absolute path that gets the artifacts; made where missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RequestOutput(
    @JsonProperty(required = true) Sink sink,
    @Nullable String bucket,
    @Nullable String prefix,
    @Nullable String folder) {

  public RequestOutput {
    RunnerDocuments.required(sink, "sink");
    boolean s3 = bucket != null && prefix != null;
    boolean volume = folder != null;
    boolean fits =
        switch (sink) {
          case ConfigMap -> bucket == null && prefix == null && !volume;
          case S3 -> s3 && !volume;
          case Volume -> volume && bucket == null && prefix == null;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "sink %s does not go with bucket %s, prefix %s and folder %s"
              .formatted(sink, bucket, prefix, folder));
    }
  }

  /** Into a ConfigMap. */
  public static RequestOutput ofConfigMap() {
    return new RequestOutput(Sink.ConfigMap, null, null, null);
  }

  /** Into a bucket. */
  public static RequestOutput ofS3(String bucket, String prefix) {
    return new RequestOutput(Sink.S3, bucket, prefix, null);
  }

  /** Into a mounted volume. */
  public static RequestOutput ofVolume(String folder) {
    return new RequestOutput(Sink.Volume, null, null, folder);
  }
}
