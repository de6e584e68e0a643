package dev.groma.operator.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps loggers quiet. */
final class Quiet {

  /** Held, because the log manager forgets a logger that nobody holds, and its level with it. */
  private static Logger held = Logger.getGlobal();

  private Quiet() {}

  /** Loggers of this package say no more than warnings. */
  static void below(String name) {
    held = Logger.getLogger(name);
    held.setLevel(Level.WARNING);
  }
}
