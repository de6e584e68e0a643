package dev.groma.runner;

import dev.groma.runner.attempt.Engines;
import dev.groma.runner.cli.GromaCommand;
import dev.groma.runner.cli.Session;
import dev.groma.runner.cli.Terminal;
import java.util.List;

/** The program's entry. */
public final class Groma {

  private Groma() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Session session = new Session(Terminal.ofProcess(), new Engines(List.of()));
    System.exit(GromaCommand.commandLine(session).execute(arguments));
  }
}
