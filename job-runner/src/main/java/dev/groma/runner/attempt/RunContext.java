package dev.groma.runner.attempt;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.util.function.BooleanSupplier;

/**
 * An engine's way to its runner.
 *
 * @param view that shows progress
 * @param stopRequested whether the run shall stop; asked from inside loops
 * @param seed of the engine's random choices
 */
public record RunContext(ProgressView view, BooleanSupplier stopRequested, long seed)
    implements EngineContext {

  /** Shows how far a run is. */
  @FunctionalInterface
  public interface ProgressView {
    /** Takes note of progress as {@link EngineContext#progress} has it. */
    void show(int percent, String stage);
  }

  @Override
  public void progress(int percent, String stage) {
    view.show(percent, stage);
  }

  @Override
  public void checkCancelled() throws CancelledException {
    if (stopRequested.getAsBoolean()) {
      throw new CancelledException();
    }
  }
}
