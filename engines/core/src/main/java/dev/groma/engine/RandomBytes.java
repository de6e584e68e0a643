package dev.groma.engine;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an input, in any order. Not thread-safe. */
public interface RandomBytes extends Closeable {

  /**
   * Fills an array with the bytes from a position on.
   *
   * @throws EOFException when the input ends before the array is full
   */
  void read(long position, byte[] into) throws IOException;

  /** Bytes at hand. */
  static RandomBytes of(byte[] bytes) {
    return new RandomBytes() {
      @Override
      public void read(long position, byte[] into) throws IOException {
        if (position < 0 || position > bytes.length - into.length) {
          throw new EOFException("no " + into.length + " bytes from " + position + " on");
        }
        System.arraycopy(bytes, (int) position, into, 0, into.length);
      }

      @Override
      public void close() {}
    };
  }

  /** The bytes of a file; closes the channel. */
  static RandomBytes of(FileChannel channel) {
    return new RandomBytes() {
      @Override
      public void read(long position, byte[] into) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into);
        while (buffer.hasRemaining()) {
          if (channel.read(buffer, position + buffer.position()) < 0) {
            throw new EOFException("no " + into.length + " bytes from " + position + " on");
          }
        }
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** The bytes of an input that knows only streams: each reading opens one and skips. */
  static RandomBytes ofStreams(Input input) {
    return new RandomBytes() {
      @Override
      public void read(long position, byte[] into) throws IOException {
        try (InputStream stream = input.open()) {
          stream.skipNBytes(position);
          if (stream.readNBytes(into, 0, into.length) < into.length) {
            throw new EOFException("no " + into.length + " bytes from " + position + " on");
          }
        }
      }

      @Override
      public void close() {}
    };
  }
}
