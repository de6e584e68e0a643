package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import java.util.List;

/** Keeps the worst of several ends: the exit code of a command that did several things. */
final class Worst {

  /** What outweighs what: our own faults most, but for the user's wish to stop. */
  static final List<ExitCode> ORDER =
      List.of(
          ExitCode.DONE,
          ExitCode.TRANSIENT,
          ExitCode.UNREACHABLE,
          ExitCode.BAD_DATA,
          ExitCode.BAD_PARAMETERS,
          ExitCode.BUG,
          ExitCode.STOPPED);

  private ExitCode worst = ExitCode.DONE;

  void add(ExitCode exitCode) {
    if (ORDER.indexOf(exitCode) > ORDER.indexOf(worst)) {
      worst = exitCode;
    }
  }

  ExitCode get() {
    return worst;
  }
}
