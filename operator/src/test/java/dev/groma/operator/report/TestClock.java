package dev.groma.operator.report;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that runs ahead when it is told to. */
final class TestClock implements InstantSource {

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  /** Lets time pass. */
  void pass(Duration time) {
    ahead = ahead.plus(time);
  }
}
