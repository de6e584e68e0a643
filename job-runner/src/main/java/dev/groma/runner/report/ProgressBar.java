package dev.groma.runner.report;

import dev.groma.runner.attempt.RunContext;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Progress on a terminal: one line, written over and over, and gone when the run is over. */
public final class ProgressBar implements RunContext.ProgressView, AutoCloseable {

  private static final long INTERVAL_NANOS = Duration.ofMillis(80).toNanos();
  private static final int CELLS = 24;
  private static final int NAME_WIDTH = 24;
  private static final int STAGE_WIDTH = 22;

  private final PrintWriter terminal;
  private final String name;
  private final LongSupplier nanoTime;
  private long last;
  private boolean shown;

  /**
   * A bar that shows after a moment: nothing flickers for a run of milliseconds.
   *
   * @param name of the job
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public ProgressBar(PrintWriter terminal, String name, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.name = name;
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
    shown = true;
    int filled = CELLS * Math.clamp(percent, 0, 100) / 100;
    terminal.print(
        String.format(
            Locale.ROOT,
            "\r%s [%s%s] %3d %%  %-" + STAGE_WIDTH + "s",
            cut(name, NAME_WIDTH),
            "=".repeat(filled),
            " ".repeat(CELLS - filled),
            percent,
            cut(stage, STAGE_WIDTH)));
    terminal.flush();
  }

  /** Wipes the line. */
  @Override
  public void close() {
    if (shown) {
      terminal.print("\r\u001b[K");
      terminal.flush();
    }
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
