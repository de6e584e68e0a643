package dev.groma.runner.s3;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;

/**
 * A part of a file, which can be read any number of times. Whoever reads it for the SDK does not
 * close what it has read: that happens here, when it is read again and at the end.
 */
final class FilePart implements ContentStreamProvider, AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final long offset;
  private final long length;
  private @Nullable InputStream latest;

  /**
   * A part of a file.
   *
   * @param file the whole
   * @param offset of the part's first byte
   * @param length of the part, in bytes
   */
  FilePart(Path file, long offset, long length) {
    this.file = file;
    this.offset = offset;
    this.length = length;
  }

  long length() {
    return length;
  }

  @Override
  public InputStream newStream() {
    close();
    try {
      InputStream stream = open();
      latest = stream;
      return stream;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    try {
      if (latest != null) {
        latest.close();
      }
    } catch (IOException unimportant) {
      // it was only read
    }
  }

  /** The part from its first byte; the caller closes it. */
  InputStream open() throws IOException {
    FileChannel channel = FileChannel.open(file);
    channel.position(offset);
    return new BufferedInputStream(
        new Limited(Channels.newInputStream(channel), length), BUFFER_BYTES);
  }

  /** The first bytes of a stream. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      int value = super.read();
      left -= value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] buffer, int start, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = super.read(buffer, start, (int) Math.min(count, left));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
