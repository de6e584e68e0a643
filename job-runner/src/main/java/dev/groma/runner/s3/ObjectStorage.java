package dev.groma.runner.s3;

import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * An S3 service, and the right to use it.
 *
 * <p>Every failure names bucket, key and version, and what to do about it. All methods end when
 * their thread is interrupted, unless it waits for a socket.
 */
public final class ObjectStorage implements AutoCloseable {

  private final S3Settings settings;
  private final Patience patience;
  private final AwsCredentialsProvider credentials;
  private final S3Client client;
  private final UnfinishedUploads unfinished;

  private ObjectStorage(
      S3Settings settings, Patience patience, AwsCredentialsProvider credentials, S3Client client) {
    this.settings = settings;
    this.patience = patience;
    this.credentials = credentials;
    this.client = client;
    this.unfinished = new UnfinishedUploads(client);
  }

  /**
   * Gets ready; nothing is asked of the service yet.
   *
   * @throws TransferException when there are no credentials or no region
   */
  public static ObjectStorage open(S3Settings settings, Patience patience)
      throws TransferException {
    AwsCredentialsProvider credentials = Clients.credentials();
    try {
      credentials.resolveIdentity().join();
    } catch (RuntimeException none) {
      throw S3Faults.noCredentials(settings, none);
    }
    return new ObjectStorage(
        settings, patience, credentials, Clients.open(settings, credentials, patience));
  }

  /**
   * Fetches an object into a file.
   *
   * @param sha256 that it must have, in hexadecimal digits; null to take what is there
   * @param maxBytes that it may have; looked at before the first byte is read, and again at each
   * @param target the file; what is in it after a failure is of no use
   */
  public FetchedObject fetch(ObjectName object, @Nullable String sha256, long maxBytes, Path target)
      throws TransferException {
    ObjectKeys.check(object.key());
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(object.bucket())
            .key(object.key())
            .versionId(object.versionId())
            .checksumMode(ChecksumMode.ENABLED)
            .build();
    Download download = new Download(object, sha256, maxBytes, target);
    try {
      return asking(() -> client.getObject(request, download));
    } catch (NoSuchKeyException missing) {
      throw faults().missing(object, encodedFor(object), missing);
    } catch (SdkException failure) {
      throw ofTheDownload(failure).orElseGet(() -> faults().reading(object, failure));
    }
  }

  /** What the download itself gave up for, from inside the SDK. */
  private static Optional<TransferException> ofTheDownload(SdkException failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(TransferException.class::isInstance)
        .map(TransferException.class::cast)
        .findFirst();
  }

  /** The key that is there where a form-encoded one was asked for. */
  private Optional<String> encodedFor(ObjectName object) {
    return ObjectKeys.formDecoded(object.key()).filter(key -> exists(object.bucket(), key));
  }

  private boolean exists(String bucket, String key) {
    try {
      client.headObject(head -> head.bucket(bucket).key(key));
      return true;
    } catch (SdkException notOrUnknown) {
      return false; // it only makes a better message
    }
  }

  /**
   * Stores a file as an object.
   *
   * @param sha256 of the file, in hexadecimal digits; the service checks it
   * @return the object with its version, where the service keeps versions
   */
  public ObjectName store(ObjectName object, Path file, String mediaType, String sha256)
      throws TransferException {
    ObjectKeys.check(object.key());
    Upload upload = new Upload(client, unfinished, object, file, mediaType);
    try {
      return asking(() -> upload.run(sha256));
    } catch (SdkException failure) {
      throw faults().writing(object, failure);
    }
  }

  private interface Call<T> {
    T run() throws TransferException;
  }

  /**
   * Asks again when the credentials were outdated: the SDK takes the same ones for every try of a
   * call, and another call looks for new ones.
   */
  private <T> T asking(Call<T> call) throws TransferException {
    for (int failures = 1; ; failures++) {
      try {
        return call.run();
      } catch (SdkException failure) {
        if (!S3Faults.isOutdated(failure) || !patience.allows(failures)) {
          throw failure;
        }
        pause(failures);
      }
    }
  }

  private void pause(int failures) {
    try {
      Thread.sleep(patience.pause(failures, ThreadLocalRandom.current().nextDouble()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw SdkClientException.create("stopped", stopped);
    }
  }

  private S3Faults faults() {
    return new S3Faults(settings);
  }

  /** Takes back what was not finished by a transfer that was left behind. */
  @Override
  public void close() {
    unfinished.takeBackAll();
    client.close();
    if (credentials instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception unimportant) {
        // the process ends soon
      }
    }
  }
}
