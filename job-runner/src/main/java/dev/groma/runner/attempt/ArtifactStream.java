package dev.groma.runner.attempt;

import dev.groma.api.runner.ResultArtifact;
import dev.groma.runner.transfer.Sha256;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** A file that is counted and digested while it is written. */
final class ArtifactStream extends OutputStream {

  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream file;
  private final MessageDigest digest = Sha256.begin();
  private final String name;
  private final String mediaType;
  private final Consumer<ResultArtifact> finished;
  private long bytes;
  private boolean closed;

  ArtifactStream(Path path, String name, String mediaType, Consumer<ResultArtifact> finished)
      throws IOException {
    Files.deleteIfExists(path); // never written through a link that lies there
    this.file = new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
    this.name = name;
    this.mediaType = mediaType;
    this.finished = finished;
  }

  @Override
  public void write(int value) throws IOException {
    file.write(value);
    digest.update((byte) value);
    bytes++;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    file.write(buffer, offset, length);
    digest.update(buffer, offset, length);
    bytes += length;
  }

  @Override
  public void flush() throws IOException {
    file.flush();
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      file.close();
      finished.accept(new ResultArtifact(name, mediaType, bytes, Sha256.hex(digest)));
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Closes the file without reporting it. */
  void abandon() throws IOException {
    if (!closed) {
      closed = true;
      file.close();
    }
  }
}
