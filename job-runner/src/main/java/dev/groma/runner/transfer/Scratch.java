package dev.groma.runner.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of files for as long as a run needs them; it is flat.
 *
 * @param path of the folder, which belongs to this run alone
 */
public record Scratch(Path path) implements AutoCloseable {

  /** A new, empty folder where the system keeps temporary files. */
  public static Scratch open() throws TransferException {
    try {
      return new Scratch(Files.createTempDirectory("groma-"));
    } catch (IOException unwritable) {
      throw TransferException.unreachable(
          "there is no place for temporary files: " + FileWords.of(unwritable));
    }
  }

  /** Removes it; what cannot be removed stays for whoever cleans up temporary files. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(path);
    } catch (IOException left) {
      // nobody's answer depends on it
    }
  }
}
