package dev.groma.runner.s3;

import dev.groma.api.runner.ResultArtifact;
import dev.groma.runner.transfer.ArtifactStore;
import dev.groma.runner.transfer.TransferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Artifacts as objects under one prefix.
 *
 * @param storage that takes them
 * @param bucket that they go to
 * @param prefix in front of an artifact's name, such as {@code flats/plans/0b0d8a2e/1/}
 */
public record S3ArtifactStore(ObjectStorage storage, String bucket, String prefix)
    implements ArtifactStore {

  @Override
  public List<ResultArtifact> store(Path folder, List<ResultArtifact> artifacts)
      throws TransferException {
    List<ResultArtifact> stored = new ArrayList<>();
    for (ResultArtifact artifact : artifacts) {
      ObjectName object =
          storage.store(
              ObjectName.newest(bucket, prefix + artifact.name()),
              folder.resolve(artifact.name()),
              artifact.mediaType(),
              artifact.sha256());
      stored.add(artifact.at(object.uri()));
    }
    return stored;
  }

  @Override
  public String describe() {
    return "s3://" + bucket + "/" + prefix;
  }
}
