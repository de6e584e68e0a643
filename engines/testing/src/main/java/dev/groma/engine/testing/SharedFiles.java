package dev.groma.engine.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Real data that lie beside the repository, in {@code shared/data}. */
public final class SharedFiles {

  private SharedFiles() {}

  /** A file; where there is none, the test is skipped, and fails under CI. */
  public static Path of(String name) {
    String given = System.getenv("GROMA_SHARED_DIR");
    Path shared =
        given != null
            ? Path.of(given)
            : Path.of(Objects.requireNonNull(System.getProperty("groma.root")), "..", "shared");
    Path file = shared.resolve("data").resolve(name).normalize();
    if (!Files.exists(file)) {
      skipUnlessCi(file + " is not there; GROMA_SHARED_DIR names the folder that holds data/");
    }
    return file;
  }

  /** Ends a test that lacks what it needs: skipped with a reason, failed under CI. */
  public static void skipUnlessCi(String message) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(message);
    }
    Assumptions.abort(message);
  }
}
