package dev.groma.runner.s3;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Uploads that were begun in parts and are not complete. What is left of them would be paid for and
 * not be seen, so each is taken back: by the thread that fails at it, or, where that thread was
 * left behind, by whoever closes the storage.
 */
final class UnfinishedUploads {

  /** When the process has little time left. */
  private static final Duration TIMEOUT = Duration.ofMillis(800);

  private final S3Client client;
  private final Set<Begun> begun = ConcurrentHashMap.newKeySet();

  private record Begun(ObjectName object, String upload) {}

  UnfinishedUploads(S3Client client) {
    this.client = client;
  }

  void add(ObjectName object, String upload) {
    begun.add(new Begun(object, upload));
  }

  void complete(ObjectName object, String upload) {
    begun.remove(new Begun(object, upload));
  }

  /** Also on a thread that was interrupted, which is how a transfer is stopped. */
  void takeBack(ObjectName object, String upload) {
    boolean interrupted = Thread.interrupted();
    try {
      takeBack(new Begun(object, upload));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void takeBackAll() {
    begun.forEach(this::takeBack);
  }

  /** Twice where both want to: whoever closes must not leave while the other is asking. */
  private void takeBack(Begun upload) {
    if (!begun.contains(upload)) {
      return;
    }
    try {
      client.abortMultipartUpload(abort ->
          abort
              .bucket(upload.object().bucket())
              .key(upload.object().key())
              .uploadId(upload.upload())
              .overrideConfiguration(call -> call.apiCallTimeout(TIMEOUT)));
    } catch (SdkException left) {
      // What made the upload fail matters more; a bucket's lifecycle rule sweeps up what is left.
    } finally {
      begun.remove(upload);
    }
  }
}
