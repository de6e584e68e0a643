package dev.groma.runner.cli;

import dev.groma.runner.attempt.RunContext.ProgressView;
import dev.groma.runner.report.LoggedProgress;
import dev.groma.runner.report.ProgressBar;
import dev.groma.runner.report.TextLog;

/**
 * Progress as the standard error takes it: a bar for a person, lines for a file, nothing when
 * quiet.
 *
 * @param view for the engine
 * @param wipe what takes the last of it away
 */
record ProgressReport(ProgressView view, Runnable wipe) implements AutoCloseable {

  static ProgressReport of(Terminal terminal, String job, boolean quiet) {
    if (quiet) {
      return new ProgressReport((_, _) -> {}, () -> {});
    }
    if (terminal.watched()) {
      ProgressBar bar = new ProgressBar(terminal.err(), job, System::nanoTime);
      return new ProgressReport(bar, bar::close);
    }
    return new ProgressReport(
        new LoggedProgress(new TextLog(terminal.err(), job), System::nanoTime), () -> {});
  }

  @Override
  public void close() {
    wipe.run();
  }
}
