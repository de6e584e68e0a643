package dev.groma.operator.life;

import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.api.layoutjob.VolumeFolder;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.operator.attempt.DigestAnnotation;
import dev.groma.operator.attempt.ResultPlace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of an answer are. The operator chose the place, so it takes nobody's word for it;
 * only the version under which a bucket keeps an object is its runner's to tell.
 *
 * @param reference of the LayoutJob
 * @param attempt that answered
 */
record Answers(JobReference reference, int attempt) {

  /** S3 calls its versions opaque and ready for a URL, of at most 1,024 bytes. */
  private static final Pattern VERSION = Pattern.compile("\\?versionId=[-\\w.~%+/=]{1,1024}");

  /** Recorded as stored in a bucket. */
  RecordedAnswer in(S3Prefix s3, Ended.WithAnswer end) {
    String key = ResultPlace.prefix(s3.prefix(), reference, attempt);
    return at("s3://" + s3.bucket() + "/" + key, Answers::versioned, end);
  }

  /** Recorded as stored in a volume. */
  RecordedAnswer in(VolumeFolder volume, Ended.WithAnswer end) {
    String path = ResultPlace.prefix(volume.path(), reference, attempt);
    String location = "volumeclaim://" + reference.namespace() + "/" + volume.name() + "/" + path;
    return at(location, (place, file) -> place, end);
  }

  /** Recorded as stored in a ConfigMap. */
  RecordedAnswer in(StoredResult stored, Ended.WithAnswer end) {
    String location = "configmap://" + reference.namespace() + "/" + stored.name() + "/";
    return at(location, (place, file) -> place, end);
  }

  /** The first artifact that is not stored as its runner says. */
  static Optional<ResultArtifact> untrue(StoredResult stored, Ended.WithAnswer end) {
    return end.artifacts().stream()
        .filter(artifact -> !artifact.sha256().equals(digest(stored, artifact)))
        .findFirst();
  }

  private static @Nullable String digest(StoredResult stored, ResultArtifact artifact) {
    return stored.digests().get(DigestAnnotation.of(artifact.name()));
  }

  private static String versioned(String place, ResultArtifact file) {
    String told = Objects.requireNonNullElse(file.uri(), place);
    boolean isVersionOfPlace =
        told.startsWith(place)
            && told.length() <= Artifact.URI_MAX_LENGTH
            && VERSION.matcher(told.substring(place.length())).matches();
    return isVersionOfPlace ? told : place;
  }

  private static RecordedAnswer at(
      String location, BiFunction<String, ResultArtifact, String> uri, Ended.WithAnswer end) {
    List<Artifact> artifacts =
        end.artifacts().stream()
            .map(file ->
                new Artifact(
                    file.name(),
                    uri.apply(location + file.name(), file),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256()))
            .toList();
    return new RecordedAnswer(end.summary(), location, artifacts, null);
  }
}
