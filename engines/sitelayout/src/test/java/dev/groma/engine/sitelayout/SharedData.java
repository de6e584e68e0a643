package dev.groma.engine.sitelayout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Real ground that lies beside the repository, in {@code shared/data}. */
final class SharedData {

  private SharedData() {}

  /** A file; where there is none, the test is skipped, and fails under CI. */
  static Path file(String name) {
    String given = System.getenv("GROMA_SHARED_DIR");
    Path shared =
        given != null
            ? Path.of(given)
            : Path.of(Objects.requireNonNull(System.getProperty("groma.root")), "..", "shared");
    Path file = shared.resolve("data").resolve(name).normalize();
    if (!Files.exists(file)) {
      String message = file + " is not there; GROMA_SHARED_DIR names the folder that holds data/";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      Assumptions.abort(message);
    }
    return file;
  }
}
