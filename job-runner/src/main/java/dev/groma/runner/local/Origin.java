package dev.groma.runner.local;

import dev.groma.engine.Problem;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/** Where an input's text stands, so that a problem in it can be shown there. */
sealed interface Origin {

  /** The problem with its place in what the user wrote. */
  Finding finding(Problem problem);

  /**
   * A file of its own.
   *
   * @param path as the user may open it
   */
  record InFile(String path) implements Origin {
    @Override
    public Finding finding(Problem problem) {
      return new Finding(path, problem);
    }
  }

  /**
   * A member of a manifest, whose lines are lines of the manifest where it is a literal text.
   *
   * @param path of the member, such as {@code spec.roomDetection.walls.inline}
   */
  record InManifest(Manifest manifest, String path) implements Origin {
    @Override
    public Finding finding(Problem problem) {
      @Nullable Integer first = manifest.firstLine(path);
      Integer line = problem.line();
      return first == null || line == null
          ? manifest.finding(path, problem.describe())
          : new Finding(
              manifest.source(),
              new Problem(problem.path(), first + line - 1, null, problem.message()));
    }
  }
}
