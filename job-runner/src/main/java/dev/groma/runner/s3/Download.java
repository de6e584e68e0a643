package dev.groma.runner.s3;

import dev.groma.runner.transfer.Sha256;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * Writes the body of an answer into a file, and sees that it is whole: of the length that was
 * announced, which the HTTP client checks, of the checksum that the service gives, which the SDK
 * checks, and of the digest that was asked for. A body that is not throws what the SDK takes for a
 * reason to ask again; each time the file is begun anew.
 *
 * @param object for messages
 * @param sha256 that the body must have, in hexadecimal digits; null where nobody said
 * @param maxBytes that the body may have
 * @param target the file
 */
record Download(ObjectName object, @Nullable String sha256, long maxBytes, Path target)
    implements ResponseTransformer<GetObjectResponse, FetchedObject> {

  private static final int BUFFER_BYTES = 1 << 16;

  @Override
  public FetchedObject transform(GetObjectResponse answer, AbortableInputStream body)
      throws TransferException {
    Long announced = answer.contentLength();
    if (announced != null && announced > maxBytes) {
      throw tooLarge(announced);
    }
    MessageDigest digest = Sha256.begin();
    long bytes = copy(body, digest);
    String actual = Sha256.hex(digest);
    if (sha256 != null && !sha256.equals(actual)) {
      throw again(
          "%s has the SHA-256 %s where %s was asked for"
              .formatted(object.describe(), actual, sha256));
    }
    return new FetchedObject(
        new ObjectName(object.bucket(), object.key(), answer.versionId()), bytes, actual);
  }

  private long copy(InputStream body, MessageDigest digest) throws TransferException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    try (OutputStream file = Files.newOutputStream(target)) {
      for (int read = read(body, buffer, bytes); read >= 0; read = read(body, buffer, bytes)) {
        bytes += read;
        if (bytes > maxBytes) {
          throw tooLarge(bytes);
        }
        file.write(buffer, 0, read);
        digest.update(buffer, 0, read);
      }
    } catch (IOException unwritable) {
      throw TransferException.unreachable(
          "%s cannot be kept in %s: %s"
              .formatted(object.describe(), target, unwritable.getMessage()));
    }
    return bytes;
  }

  private int read(InputStream body, byte[] buffer, long before) {
    try {
      return body.read(buffer);
    } catch (IOException broken) {
      throw again(
          "%s broke off after %,d bytes: %s"
              .formatted(object.describe(), before, broken.getMessage()));
    }
  }

  private TransferException tooLarge(long bytes) {
    return TransferException.badData(
        "%s has %,d bytes or more, and an input may have %,d"
            .formatted(object.describe(), bytes, maxBytes));
  }

  private static RetryableException again(String message) {
    return RetryableException.create(message);
  }
}
