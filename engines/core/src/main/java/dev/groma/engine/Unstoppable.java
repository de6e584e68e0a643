package dev.groma.engine;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Work of a library that cannot be asked to stop, such as an overlay of outlines with a hundred
 * thousand vertices: it is done beside the run, which asks meanwhile.
 *
 * <p>A run that is asked to stop leaves the work to itself: a daemon thread that changes nothing
 * but its own result, in a process that is about to end.
 */
public final class Unstoppable {

  private static final int ASK_EVERY_MILLIS = 50;

  private Unstoppable() {}

  /**
   * Does the work.
   *
   * @param work a pure function: it must not touch what others change
   * @throws CancelledException when the run was asked to stop before the work was done
   */
  public static <T> T of(EngineContext context, Supplier<T> work) throws CancelledException {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("groma-library-work").start(task);
    while (true) {
      context.checkCancelled();
      try {
        return task.get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        // Asked again above.
      } catch (ExecutionException failed) {
        throw unchecked(failed);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
  }

  private static RuntimeException unchecked(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("a supplier throws nothing that is checked", failed);
  }
}
