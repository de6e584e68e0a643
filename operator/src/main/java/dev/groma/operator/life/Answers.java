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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of an answer are. The operator chose the place, so it takes nobody's word for it.
 *
 * @param reference of the LayoutJob
 * @param attempt that answered
 */
record Answers(JobReference reference, int attempt) {

  /** Recorded as stored in a bucket. */
  RecordedAnswer in(S3Prefix s3, Ended.WithAnswer end) {
    String key = ResultPlace.prefix(s3.prefix(), reference, attempt);
    return at("s3://" + s3.bucket() + "/" + key, end);
  }

  /** Recorded as stored in a volume. */
  RecordedAnswer in(VolumeFolder volume, Ended.WithAnswer end) {
    String path = ResultPlace.prefix(volume.path(), reference, attempt);
    return at("volumeclaim://" + reference.namespace() + "/" + volume.name() + "/" + path, end);
  }

  /** Recorded as stored in a ConfigMap. */
  RecordedAnswer in(StoredResult stored, Ended.WithAnswer end) {
    return at("configmap://" + reference.namespace() + "/" + stored.name() + "/", end);
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

  private static RecordedAnswer at(String location, Ended.WithAnswer end) {
    List<Artifact> artifacts =
        end.artifacts().stream()
            .map(file ->
                new Artifact(
                    file.name(),
                    location + file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256()))
            .toList();
    return new RecordedAnswer(end.summary(), location, artifacts, null);
  }
}
