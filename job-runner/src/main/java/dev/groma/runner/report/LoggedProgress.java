package dev.groma.runner.report;

import dev.groma.runner.attempt.RunContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Progress as lines: one at most every few seconds, so a log stays readable. */
public final class LoggedProgress implements RunContext.ProgressView {

  private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

  private final RunLog log;
  private final LongSupplier nanoTime;
  private long last;

  /**
   * Progress into a log; nothing for the first seconds.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public LoggedProgress(RunLog log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    last = nanoTime.getAsLong();
  }

  @Override
  public void show(int percent, String stage) {
    long now = nanoTime.getAsLong();
    if (now - last < INTERVAL_NANOS) {
      return;
    }
    last = now;
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("percent", percent);
    fields.put("stage", stage);
    log.info("progress", fields);
  }
}
