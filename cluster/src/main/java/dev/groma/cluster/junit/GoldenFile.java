package dev.groma.cluster.junit;

import dev.groma.cluster.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** A checked-in file that holds what the code is expected to make; see {@code make crds}. */
public final class GoldenFile {

  private final Path file;

  private GoldenFile(Path file) {
    this.file = file;
  }

  /** A file by its path from the repository's top folder. */
  public static GoldenFile inTree(String path) {
    return new GoldenFile(SourceTree.root().resolve(path));
  }

  /** Compares; with {@code -Dgroma.generate} writes the file first. */
  public void assertIs(String made) {
    try {
      if (Boolean.getBoolean("groma.generate")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, made);
      }
      Assertions.assertTrue(
          Files.exists(file),
          () -> file + " is missing: run the tests with -Dgroma.generate=true and look at it");
      Assertions.assertEquals(
          Files.readString(file),
          made,
          () -> file + " is not what the code makes: make crds writes it");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
