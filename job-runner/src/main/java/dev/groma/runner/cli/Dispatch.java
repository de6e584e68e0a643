package dev.groma.runner.cli;

import java.util.Optional;

/** Runs a command line: the operator's by itself, all others by {@link GromaCommand}. */
public final class Dispatch {

  private Dispatch() {}

  /** Runs it to its end; returns the exit code of the process. */
  public static int run(Session session, String... words) {
    Optional<AttemptRun> attempt = AttemptRun.asTheOperatorAsks(session, words);
    return attempt.isPresent()
        ? attempt.get().run()
        : GromaCommand.commandLine(session).execute(words);
  }
}
