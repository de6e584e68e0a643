package dev.groma.e2e;

import dev.groma.cluster.local.LocalImage;
import java.nio.file.Path;
import java.util.List;

/** Where things lie in the repository, as the build has left them. */
final class Layout {

  static final Path ROOT = Path.of(System.getProperty("groma.root"));
  static final Path CRDS = ROOT.resolve("crds");
  static final Path EXAMPLES = ROOT.resolve("examples");
  static final Path OPERATOR_JAR = ROOT.resolve("operator/target/quarkus-app/quarkus-run.jar");
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** The command that a user types. */
  static final Path GROMA = ROOT.resolve("groma");

  /** The runner's image as the operator names it, and the same program as a local command. */
  static final String RUNNER_IMAGE = "groma-runner";

  private Layout() {}

  static LocalImage runner() {
    return new LocalImage(
        RUNNER_IMAGE,
        List.of(
            JAVA.toString(),
            "-cp",
            ROOT.resolve("job-runner/target/groma/lib") + "/*",
            "dev.groma.runner.Groma"));
  }
}
