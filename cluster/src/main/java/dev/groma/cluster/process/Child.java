package dev.groma.cluster.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running child process; it leads a process group of its own. Safe for use by many threads. */
public final class Child {
  private final Process process;
  private final Leash leash;
  private final CompletableFuture<Integer> exit;

  Child(Process process, Leash leash) {
    this.process = process;
    this.leash = leash;
    this.exit = process.onExit().thenApply(Process::exitValue);
  }

  /** The process id, also the id of its process group. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Completes with the exit code when the process ends: 128 + the signal's number after a signal.
   */
  public CompletableFuture<Integer> exit() {
    return exit.copy();
  }

  /** Asks the process to stop (SIGTERM); its own children get no signal. */
  public void terminate() {
    process.destroy();
  }

  /** Kills the process and its whole group (SIGKILL). */
  public void kill() {
    leash.killGroup(process.pid());
    process.destroyForcibly();
  }

  /**
   * Asks the process to stop, kills it when it has not within {@code grace}, and waits for its end.
   *
   * @return the exit code
   */
  public int stop(Duration grace) throws InterruptedException {
    terminate();
    if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    return process.waitFor();
  }

  /** Kills the process and waits for its end. */
  public void killAndWait() {
    kill();
    try {
      exit.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("process " + process.pid() + " cannot be killed", e);
    }
  }
}
