package dev.groma.runner.transfer;

import dev.groma.api.runner.ResultArtifact;
import java.nio.file.Path;
import java.util.List;

/** Where the artifacts of an attempt go to stay. */
public interface ArtifactStore {

  /**
   * Stores artifacts in their order, so that {@code result.json}, the last, vouches for all.
   *
   * @param folder that holds them under their names
   * @param artifacts as they were written
   * @return the same with their URIs
   */
  List<ResultArtifact> store(Path folder, List<ResultArtifact> artifacts) throws TransferException;

  /** Where that is, for a log, such as {@code s3://plans/flats/}. */
  String describe();
}
