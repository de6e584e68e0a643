package dev.groma.bridge.intake;

import dev.groma.api.layoutjob.S3Object;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in S3 that messages point to. */
public final class PointedObjects {

  /** What is longer cannot become a job: inputs that long are named, not carried. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final Supplier<S3Client> s3;

  /** Through this client, which is made when the first message points somewhere. */
  public PointedObjects(Supplier<S3Client> s3) {
    this.s3 = s3;
  }

  /**
   * The bytes of an object; empty where it is not there, is too long, or may not be read.
   *
   * @throws TroubledException when S3 does not answer
   */
  Optional<byte[]> fetch(S3Object object) throws TroubledException {
    try (ResponseInputStream<GetObjectResponse> body =
        s3.get()
            .getObject(request ->
                request.bucket(object.bucket()).key(object.key()).versionId(object.versionId()))) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        body.abort();
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (S3Exception e) {
      if (e.statusCode() >= 400 && e.statusCode() < 500 && !e.isThrottlingException()) {
        return Optional.empty();
      }
      throw fault(e);
    } catch (SdkException | IOException e) {
      throw fault(e);
    }
  }

  private static TroubledException fault(Exception e) {
    return new TroubledException(
        new Trouble(Trouble.Kind.FAULT, "the object that a message points to: " + e.getMessage()));
  }
}
