package dev.groma.runner.local;

import dev.groma.api.layoutjob.S3Object;
import dev.groma.engine.Input;
import dev.groma.runner.local.InputResolver.Missing;
import dev.groma.runner.s3.FetchedObject;
import dev.groma.runner.s3.LazyObjectStorage;
import dev.groma.runner.s3.ObjectName;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.Scratch;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Inputs fetched from S3 for one run, and kept until it is over. Nothing is opened for a run that
 * has none.
 */
final class ObjectInputs implements AutoCloseable {

  /** A laptop has the room for more, and no engine takes it. */
  private static final long MAX_BYTES = 2L << 30;

  private final RemoteInputs remote;
  private final LazyObjectStorage storage;
  private @Nullable Scratch scratch;

  ObjectInputs(RemoteInputs remote) {
    this.remote = remote;
    this.storage = new LazyObjectStorage(remote.environment(), Patience.USUAL);
  }

  /**
   * The input.
   *
   * @param path of the member that names it, such as {@code spec.roomDetection.walls.s3}
   */
  LocalInput fetch(String name, String path, S3Object object) throws Missing {
    if (!remote.fetched()) {
      throw new Missing(path, "the object is in S3 and was not read");
    }
    try {
      Path target = scratch().path().resolve(name);
      FetchedObject fetched =
          storage
              .get()
              .fetch(
                  new ObjectName(object.bucket(), object.key(), object.versionId()),
                  object.sha256(),
                  MAX_BYTES,
                  target);
      return new LocalInput(
          Input.ofFile(name, target, fetched.object().fileName()),
          new Origin.InFile(fetched.object().uri()));
    } catch (TransferException failure) {
      throw new Missing(path, failure);
    } catch (IOException unreadable) {
      throw new Missing(path, FileWords.of(unreadable));
    }
  }

  private Scratch scratch() throws TransferException {
    Scratch open = scratch;
    if (open == null) {
      open = Scratch.open();
      scratch = open;
    }
    return open;
  }

  @Override
  public void close() {
    storage.close();
    if (scratch != null) {
      scratch.close();
    }
  }
}
