package dev.groma.runner.s3;

import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The S3 service that these variables tell of, opened when it is first asked for: without that no
 * class of the SDK is loaded. For one thread at a time.
 */
public final class LazyObjectStorage implements AutoCloseable {

  private final Map<String, String> environment;
  private final Patience patience;
  private @Nullable ObjectStorage storage;

  /** Nothing is read of the variables yet. */
  public LazyObjectStorage(Map<String, String> environment, Patience patience) {
    this.environment = Map.copyOf(environment);
    this.patience = patience;
  }

  /** The service; always the same. */
  public ObjectStorage get() throws TransferException {
    ObjectStorage opened = storage;
    if (opened == null) {
      opened = ObjectStorage.open(S3Settings.of(environment), patience);
      storage = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    if (storage != null) {
      storage.close();
    }
  }
}
