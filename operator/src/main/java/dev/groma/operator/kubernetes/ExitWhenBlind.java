package dev.groma.operator.kubernetes;

import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.javaoperatorsdk.operator.api.config.InformerStoppedHandler;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when a cache stops for good.
 *
 * <p>The client tries again after most errors, and stops an informer after those that it takes for
 * final. An operator that goes on without one acts on a picture that never changes; a new process
 * fills its caches afresh. Outside Quarkus the SDK does the same by itself.
 */
final class ExitWhenBlind implements InformerStoppedHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ExitWhenBlind.class);

  private final IntConsumer exit;

  /**
   * Ends the process by this means.
   *
   * @param exit takes the exit code and returns before the process ends
   */
  ExitWhenBlind(IntConsumer exit) {
    this.exit = exit;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public void onStop(SharedIndexInformer informer, @Nullable Throwable cause) {
    // Without a cause it was stopped in order; before its first sync the start itself fails.
    if (cause != null && informer.hasSynced()) {
      LOG.error("the cache of {} has stopped: ending", informer.getApiTypeClass(), cause);
      exit.accept(1);
    }
  }
}
