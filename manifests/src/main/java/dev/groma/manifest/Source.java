package dev.groma.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that holds manifests.
 *
 * @param name as the user wrote it, or {@code <stdin>}
 * @param folder against which the text's relative paths are resolved
 * @param text the whole of it
 */
public record Source(String name, Path folder, String text) {

  /**
   * The longest text read. Chosen: hundreds of jobs with the largest inline input; a single object
   * of a cluster cannot be longer than about 1.5 MiB.
   */
  public static final int MAX_BYTES = 16 << 20;

  /** The argument that stands for the standard input. */
  public static final String STANDARD_INPUT = "-";

  /**
   * Reads one argument of the command line.
   *
   * @param argument path of a file, or {@code -}
   * @param in the standard input
   * @throws IOException when it cannot be read; the message is for the user
   */
  public static Source read(String argument, InputStream in) throws IOException {
    if (argument.equals(STANDARD_INPUT)) {
      return new Source("<stdin>", Path.of(""), text(in));
    }
    Path file = Path.of(argument);
    if (Files.isDirectory(file)) {
      throw new IOException("is a folder; name the files in it, such as " + argument + "/*.yaml");
    }
    if (!Files.exists(file)) {
      throw new IOException("no such file");
    }
    try (InputStream content = Files.newInputStream(file)) {
      Path folder = file.toAbsolutePath().getParent();
      return new Source(argument, folder == null ? file.toAbsolutePath() : folder, text(content));
    }
  }

  private static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IOException(
          "is longer than the %d MiB that are read; put large inputs into files or ConfigMaps"
              .formatted(MAX_BYTES >> 20));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new IOException("is not text in UTF-8", notUtf8);
    }
  }
}
