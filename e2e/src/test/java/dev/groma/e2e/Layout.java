package dev.groma.e2e;

import java.nio.file.Path;

/** Where things lie in the repository, as the build has left them. */
final class Layout {

  static final Path ROOT = Path.of(System.getProperty("groma.root"));
  static final Path CRDS = ROOT.resolve("crds");
  static final Path EXAMPLES = ROOT.resolve("examples");

  /** The command that a user types. */
  static final Path GROMA = ROOT.resolve("groma");

  private Layout() {}
}
