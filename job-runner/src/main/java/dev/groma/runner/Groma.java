package dev.groma.runner;

import dev.groma.engine.rooms.RoomDetection;
import dev.groma.engine.sitefit.SiteFit;
import dev.groma.engine.sitelayout.SiteLayout;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.cli.Dispatch;
import dev.groma.runner.cli.Session;
import dev.groma.runner.cli.Terminal;
import java.util.List;

/** The program's entry. */
public final class Groma {

  /** The engines that the program has; another one is added here. */
  private static final Engines ENGINES =
      new Engines(List.of(new RoomDetection(), new SiteFit(), new SiteLayout()));

  private Groma() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return Dispatch.run(new Session(Terminal.ofProcess(), ENGINES), arguments);
  }
}
