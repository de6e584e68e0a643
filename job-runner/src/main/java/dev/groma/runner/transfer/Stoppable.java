package dev.groma.runner.transfer;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs transfers, one after another, so that another thread can end the one that runs.
 *
 * <p>A transfer runs on a virtual thread: there an interrupt closes the socket that a read or write
 * waits for, whichever library made it. On a platform thread it would wait on.
 */
public final class Stoppable {

  /** A transfer. */
  @FunctionalInterface
  public interface Transfer<T extends @Nullable Object> {
    /** Does it. */
    T run() throws TransferException;
  }

  /** The transfer was stopped before it was whole. */
  public static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;

    StoppedException() {
      super("stopped");
    }
  }

  private final Object lock = new Object();
  private boolean stopped;
  private @Nullable Thread worker;

  /**
   * Runs a transfer to its end.
   *
   * @throws StoppedException when it was stopped, before or meanwhile
   */
  public <T extends @Nullable Object> T call(Transfer<T> transfer)
      throws TransferException, StoppedException {
    FutureTask<T> task = new FutureTask<>(transfer::run);
    synchronized (lock) {
      if (stopped) {
        throw new StoppedException();
      }
      worker = Thread.ofVirtual().name("transfer").start(task);
    }
    try {
      return task.get();
    } catch (ExecutionException failed) {
      throw asThrown(failed.getCause());
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("nobody interrupts who waits for a transfer", impossible);
    } finally {
      synchronized (lock) {
        worker = null;
      }
    }
  }

  private TransferException asThrown(@Nullable Throwable cause) throws StoppedException {
    synchronized (lock) {
      if (stopped) {
        throw new StoppedException();
      }
    }
    return switch (cause) {
      case TransferException failure -> failure;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      case null, default -> throw new IllegalStateException(cause);
    };
  }

  /** Ends the transfer that runs, and lets no other begin. */
  public void stop() {
    synchronized (lock) {
      stopped = true;
      if (worker != null) {
        worker.interrupt();
      }
    }
  }
}
