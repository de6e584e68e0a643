package dev.groma.e2e;

import java.nio.file.Path;

/** Where things lie in the repository, as the build has left them. */
public final class Layout {

  public static final Path ROOT = Path.of(System.getProperty("groma.root"));
  public static final Path CRDS = ROOT.resolve("crds");
  public static final Path EXAMPLES = ROOT.resolve("examples");

  /** The command that a user types. */
  public static final Path GROMA = ROOT.resolve("groma");

  private Layout() {}
}
