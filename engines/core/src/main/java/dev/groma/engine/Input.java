package dev.groma.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

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

  /** An input whose text is at hand, in UTF-8. */
  static Input ofText(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
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
    };
  }

  /**
   * An input that lies in a file.
   *
   * @throws IOException when the file's size cannot be read
   */
  static Input ofFile(String name, Path file) throws IOException {
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
    };
  }
}
