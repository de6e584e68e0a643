package dev.groma.operator.life;

import java.util.stream.Stream;

/** All tables of decisions. */
public final class Tables {

  private Tables() {}

  /** Every row of every table. */
  public static Stream<Row> rows() {
    return Stream.of(
            FirstAttemptTest.rows(),
            FirstAttemptTest.misfits(),
            WaitingToStartTest.patience(),
            WaitingToStartTest.obstacles(),
            WaitingToStartTest.deadlines(),
            EndOfAttemptTest.answers(),
            EndOfAttemptTest.failures(),
            EndOfAttemptTest.disruptions(),
            EndOfAttemptTest.contradictions(),
            EndOfAttemptTest.timeouts(),
            ResultTest.rows(),
            NextAttemptTest.backoff(),
            NextAttemptTest.earlier(),
            NextAttemptTest.reuse(),
            WishesTest.suspend(),
            WishesTest.resume(),
            WishesTest.cancel(),
            WishesTest.retry(),
            WishesTest.timeToLive(),
            WishesTest.finals())
        .flatMap(rows -> rows);
  }
}
