package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A generated page that is checked in: compared in a test, rewritten by {@code make crds}. */
final class CheckedIn {

  private static final Path ROOT = Path.of(System.getProperty("groma.root"));

  private CheckedIn() {}

  static void assertUpToDate(String file, String generated) throws IOException {
    Path path = ROOT.resolve(file);
    if (Boolean.getBoolean("groma.generate")) {
      Files.createDirectories(path.getParent());
      Files.writeString(path, generated);
    }
    assertThat(path).as("run `make crds` and commit %s", file).exists();
    assertThat(Files.readString(path))
        .as("%s is out of date: run `make crds`", file)
        .isEqualTo(generated);
  }
}
