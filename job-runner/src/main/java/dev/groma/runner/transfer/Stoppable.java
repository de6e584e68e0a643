package dev.groma.runner.transfer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs transfers, one after another, so that another thread can end the one that runs.
 *
 * <p>A transfer runs on a thread of its own, which a stop interrupts. One that waits for a socket
 * does not notice: it is left behind, and ends with the process. On a virtual thread it would
 * notice, but then JDK 25 polls sockets on a thread that the end of the process waits for, 0.3 s
 * each time ({@code VM_Exit::wait_for_threads_in_native_to_block}).
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

  /** How long a stopped transfer may take to notice and to clean up, before it is left behind. */
  private static final Duration GRACE = Duration.ofMillis(250);

  private final Object lock = new Object();
  private boolean stopped;
  private @Nullable Running running;

  /**
   * @param worker that transfers
   * @param wake lets go whoever waits for it
   */
  private record Running(Thread worker, CountDownLatch wake) {}

  /**
   * Runs a transfer to its end.
   *
   * @throws StoppedException when it was stopped, before or meanwhile
   */
  public <T extends @Nullable Object> T call(Transfer<T> transfer)
      throws TransferException, StoppedException {
    CountDownLatch wake = new CountDownLatch(1);
    FutureTask<T> task =
        new FutureTask<>(transfer::run) {
          @Override
          protected void done() {
            wake.countDown();
          }
        };
    synchronized (lock) {
      if (stopped) {
        throw new StoppedException();
      }
      running = new Running(Thread.ofPlatform().daemon().name("transfer").start(task), wake);
    }
    try {
      wake.await();
      return task.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw asThrown(failed.getCause());
    } catch (TimeoutException leftBehind) {
      throw new StoppedException();
    } catch (InterruptedException impossible) {
      throw new IllegalStateException("nobody interrupts who waits for a transfer", impossible);
    } finally {
      synchronized (lock) {
        running = null;
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
      if (running != null) {
        running.worker().interrupt();
        running.wake().countDown();
      }
    }
  }
}
