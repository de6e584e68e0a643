package dev.groma.cluster.await;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again and again, every 20 ms unless told otherwise, until the answer is right.
 *
 * <p>The limit is there to end a hopeless wait, never to measure: choose it ten times what is
 * expected.
 */
public final class Await {
  /** Far beyond anything that is expected on a busy machine with two cores. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Await() {}

  /**
   * Waits until {@code condition} holds.
   *
   * @param what what is waited for, for the message
   * @throws AwaitException when the limit is reached or the thread is interrupted
   */
  public static void until(String what, BooleanSupplier condition) {
    until(what, LIMIT, condition);
  }

  /**
   * Waits until {@code condition} holds, for at most {@code limit}.
   *
   * @param what what is waited for, for the message
   * @throws AwaitException when the limit is reached or the thread is interrupted
   */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    value(what, limit, condition::getAsBoolean, Boolean::booleanValue);
  }

  /**
   * Waits until {@code question} gives an answer that {@code right} accepts, and returns it.
   *
   * @param what what is waited for, for the message
   * @throws AwaitException when the limit is reached or the thread is interrupted; it names the
   *     last answer
   */
  public static <T extends @Nullable Object> T value(
      String what, Duration limit, Supplier<T> question, Predicate<T> right) {
    return value(what, limit, INTERVAL, question, right);
  }

  /**
   * The same, asked less often, for a measurement that the question would disturb.
   *
   * @param interval between an answer and the next question
   * @throws AwaitException when the limit is reached or the thread is interrupted; it names the
   *     last answer
   */
  public static <T extends @Nullable Object> T value(
      String what, Duration limit, Duration interval, Supplier<T> question, Predicate<T> right) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      T answer = question.get();
      if (right.test(answer)) {
        return answer;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new AwaitException(
            "waited %d s for %s; it is %s".formatted(limit.toSeconds(), what, answer));
      }
      if (Thread.interrupted()) {
        Thread.currentThread().interrupt();
        throw new AwaitException("interrupted while waiting for " + what);
      }
      LockSupport.parkNanos(interval.toNanos());
    }
  }
}
