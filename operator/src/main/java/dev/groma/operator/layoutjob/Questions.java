package dev.groma.operator.layoutjob;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How often the operator asks the API server what keeps an attempt that is merely slow: a question
 * is four lists, and a cluster that is slow to start a thousand Pods would be slower by four
 * thousand lists. A bucket of tokens, as client-go's flowcontrol has it; for all threads.
 */
final class Questions {

  /** Questions that may come at once. Chosen: a handful of jobs is never kept waiting. */
  static final int BURST = 20;

  /** One more may be asked after each of these. Chosen: eight lists a second. */
  static final Duration PERIOD = Duration.ofMillis(500);

  private final InstantSource clock;
  private Instant full;

  Questions(InstantSource clock) {
    this.clock = clock;
    this.full = clock.instant();
  }

  /** Whether one may be asked now, which counts as asked. */
  synchronized boolean mayAsk() {
    Instant now = clock.instant();
    Instant later = (full.isAfter(now) ? full : now).plus(PERIOD);
    if (later.isAfter(now.plus(PERIOD.multipliedBy(BURST)))) {
      return false;
    }
    full = later;
    return true;
  }
}
