package dev.groma.runner.s3;

import dev.groma.runner.transfer.TransferException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What the failures of S3 mean. Whether they may pass by themselves is told by their status: 5xx
 * and 429 may, the other 4xx may not, and no answer at all may; some codes know better.
 *
 * @param settings for messages
 */
record S3Faults(S3Settings settings) {

  /** Codes of credentials that have been valid and are not any more. */
  private static final Set<String> OUTDATED =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "InvalidToken");

  /** Codes of a 4xx that pass by themselves. */
  private static final Set<String> OF_THE_MOMENT =
      Set.of(
          "RequestTimeout",
          "RequestTimeTooSkewed",
          "OperationAborted",
          "NoSuchUpload",
          "BadDigest",
          "XAmzContentSHA256Mismatch",
          "ConditionalRequestConflict");

  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int MOVED = 301;
  private static final int METHOD_NOT_ALLOWED = 405;

  /** Whether other credentials may do what these could not. */
  static boolean isOutdated(SdkException failure) {
    return failure instanceof AwsServiceException answered
        && (OUTDATED.contains(code(answered)) || code(answered).equals("InvalidAccessKeyId"));
  }

  static TransferException noCredentials(S3Settings settings, RuntimeException cause) {
    return TransferException.unreachable(
        ("there are no credentials for S3 at %s: give the runner's service account an identity, or"
                + " set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from a Secret (%s)")
            .formatted(settings.describe(), firstLine(cause)));
  }

  /** An object that could not be fetched. */
  TransferException reading(ObjectName object, SdkException failure) {
    String right = object.versionId() == null ? "s3:GetObject" : "s3:GetObjectVersion";
    return of("read", right, object, failure);
  }

  /** An object that could not be stored. */
  TransferException writing(ObjectName object, SdkException failure) {
    return of("written", "s3:PutObject", object, failure);
  }

  /**
   * A key that is not there.
   *
   * @param decoded key that is there, and is the one asked for once it is form-url-decoded
   */
  TransferException missing(ObjectName object, Optional<String> decoded, SdkException failure) {
    if (decoded.isPresent()) {
      return TransferException.refused(
          ("the bucket %s has no object \"%s\" but one \"%s\": the key is form-url-encoded, as keys"
                  + " in S3's event notifications are; write it decoded")
              .formatted(object.bucket(), object.key(), decoded.get()));
    }
    String encoded =
        ObjectKeys.formDecoded(object.key())
            .map(" (nor \"%s\", which is the key if it was meant form-url-encoded)"::formatted)
            .orElse("");
    return TransferException.unreachable(
        "the bucket %s at %s has no object \"%s\"%s; check the key, it is taken as it is written: %s"
            .formatted(
                object.bucket(), settings.describe(), object.key(), encoded, firstLine(failure)));
  }

  private TransferException of(String done, String right, ObjectName object, SdkException failure) {
    String what = "%s could not be %s".formatted(object.describe(), done);
    if (!(failure instanceof AwsServiceException answered)) {
      return withoutAnswer(what, failure);
    }
    String said = said(answered);
    if (isOfTheMoment(answered)) {
      return TransferException.ofTheMoment(
          "%s, although it was tried again: %s".formatted(what, said));
    }
    return TransferException.unreachable(
        "%s: %s. %s".formatted(what, said, wayOut(right, object, answered)));
  }

  private static boolean isOfTheMoment(AwsServiceException answered) {
    int status = answered.statusCode();
    String code = code(answered);
    return status >= 500
        || status == TOO_MANY
        || OUTDATED.contains(code)
        || OF_THE_MOMENT.contains(code);
  }

  private String wayOut(String right, ObjectName object, AwsServiceException answered) {
    String code = code(answered);
    return switch (answered.statusCode()) {
      case NOT_FOUND, METHOD_NOT_ALLOWED ->
          code.equals("NoSuchVersion") || object.versionId() != null && !code.equals("NoSuchBucket")
              ? "Check the versionId: the version was deleted, or is another object's"
              : "Check that the bucket %s exists at %s, and its spelling"
                  .formatted(object.bucket(), settings.describe());
      case FORBIDDEN ->
          switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "Check the access key and its secret, and that they are for " + settings.describe();
            default ->
                "Give the runner's identity %s on this object; where it may not list the bucket, a missing object looks the same"
                    .formatted(right);
          };
      case MOVED -> "The bucket is in another region; set " + S3Settings.REGION;
      default ->
          code.equals("AuthorizationHeaderMalformed")
              ? "The bucket is in another region; set " + S3Settings.REGION
              : "Check bucket, key and version";
    };
  }

  private TransferException withoutAnswer(String what, SdkException failure) {
    Throwable cause = deepest(failure);
    if (isCertificateTrouble(failure)) {
      return TransferException.unreachable(
          "%s: the certificate of %s is not trusted (%s); use an endpoint with a trusted one, or add its authority to the runner's trust store"
              .formatted(what, settings.describe(), cause.getMessage()));
    }
    return TransferException.ofTheMoment(
        "%s, although it was tried again: %s (%s); check that %s can be reached from the runner"
            .formatted(what, firstLine(failure), words(cause), settings.describe()));
  }

  private static boolean isCertificateTrouble(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(SSLHandshakeException.class::isInstance);
  }

  private static Throwable deepest(Throwable failure) {
    Throwable at = failure;
    for (Throwable next = at.getCause(); next != null; next = next.getCause()) {
      at = next;
    }
    return at;
  }

  private static String said(AwsServiceException answered) {
    String code = code(answered);
    String message =
        answered.awsErrorDetails() == null ? null : answered.awsErrorDetails().errorMessage();
    return "%d %s%s"
        .formatted(
            answered.statusCode(),
            code.isEmpty() ? "without a code" : code,
            message == null || message.isEmpty() ? "" : " (" + firstLine(message) + ")");
  }

  private static String code(AwsServiceException answered) {
    String code =
        answered.awsErrorDetails() == null ? null : answered.awsErrorDetails().errorCode();
    return code == null ? "" : code;
  }

  private static String words(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + firstLine(cause);
  }

  private static String firstLine(Throwable failure) {
    return firstLine(failure.getMessage());
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "no more is known" : text.lines().findFirst().orElse("");
  }
}
