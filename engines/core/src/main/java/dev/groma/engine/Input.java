package dev.groma.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One named input of a run: a sequence of bytes of known length that can be opened any number of
 * times.
 */
public interface Input {

  /** The name from {@link Engine#inputNames()}. */
  String name();

  /** The length in bytes, known before anything is read, so that limits come first. */
  long size();

  /** A fresh stream from the first byte; the caller closes it. */
  InputStream open() throws IOException;

  /** Access to bytes in any order, for formats that are read in parts; the caller closes it. */
  default RandomBytes openRandom() throws IOException {
    return RandomBytes.ofStreams(this);
  }

  /** The name of the file that the bytes came from, without folders; null where unknown. */
  default @Nullable String fileName() {
    return null;
  }

  /** An input whose text is at hand, in UTF-8. */
  static Input ofText(String name, String text) {
    return ofBytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An input whose bytes are at hand; the array must not change afterwards. */
  static Input ofBytes(String name, byte[] bytes) {
    return new Input() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public RandomBytes openRandom() {
        return RandomBytes.of(bytes);
      }
    };
  }

  /**
   * An input that lies in a file.
   *
   * @throws IOException when the file's size cannot be read
   */
  static Input ofFile(String name, Path file) throws IOException {
    return ofFile(name, file, file.getFileName().toString());
  }

  /**
   * An input that lies in a file which has another name than its bytes had where they came from.
   *
   * @param fileName the name that they had
   * @throws IOException when the file's size cannot be read
   */
  static Input ofFile(String name, Path file, String fileName) throws IOException {
    long size = Files.size(file);
    return new Input() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public long size() {
        return size;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public RandomBytes openRandom() throws IOException {
        return RandomBytes.of(FileChannel.open(file, StandardOpenOption.READ));
      }

      @Override
      public String fileName() {
        return fileName;
      }
    };
  }
}
