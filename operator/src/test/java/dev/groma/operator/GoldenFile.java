package dev.groma.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checked-in file that holds what the code is expected to make; see {@code make crds}. */
public final class GoldenFile {

  private final Path file;

  private GoldenFile(Path file) {
    this.file = file;
  }

  /** A file of this module's test resources. */
  public static GoldenFile of(String name) {
    return inTree("operator/src/test/resources/dev/groma/operator/" + name);
  }

  /** A file by its path from the repository's top folder. */
  public static GoldenFile inTree(String path) {
    return new GoldenFile(SourceTree.root().resolve(path));
  }

  /** Compares; with {@code -Dgroma.generate} writes the file first. */
  public void assertIs(String made) {
    try {
      if (Boolean.getBoolean("groma.generate")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, made);
      }
      assertThat(file).as("run the tests with -Dgroma.generate=true and look at the file").exists();
      assertThat(made).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
