package dev.groma.cluster.operator;

import dev.groma.cluster.SourceTree;
import dev.groma.cluster.local.LocalImage;
import java.nio.file.Path;
import java.util.List;

/** The packaged runner as a local process that stands for its image. */
public final class PackagedRunner {

  private PackagedRunner() {}

  /** What containers of {@link OperatorSettings#RUNNER_IMAGE} run. */
  public static LocalImage image() {
    return new LocalImage(
        OperatorSettings.RUNNER_IMAGE,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            SourceTree.root().resolve("job-runner/target/groma/lib") + "/*",
            "dev.groma.runner.Groma"));
  }
}
