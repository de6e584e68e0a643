package dev.groma.runner.testing;

import dev.groma.runner.attempt.Engines;
import dev.groma.runner.cli.Dispatch;
import dev.groma.runner.cli.Session;
import dev.groma.runner.cli.Terminal;
import java.util.List;

/** The program with an engine that does as it is told. */
public final class ScriptedGroma {

  private ScriptedGroma() {}

  public static void main(String[] arguments) {
    Session session = new Session(Terminal.ofProcess(), new Engines(List.of(new ScriptedEngine())));
    System.exit(Dispatch.run(session, arguments));
  }
}
