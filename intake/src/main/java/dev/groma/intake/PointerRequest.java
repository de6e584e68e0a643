package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.groma.api.layoutjob.S3Object;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * {@code {"s3": {"bucket": ..., "key": ..., "versionId": ..., "sha256": ...}}}: the request lies in
 * S3, because it is longer than a message may be. The digest is required: it binds the message to
 * the bytes that its sender meant, whoever may write to the bucket.
 */
final class PointerRequest {

  private PointerRequest() {}

  static S3Object object(JsonNode content) throws Refusal {
    Fields outer = new Fields(content, List.of("s3"));
    JsonNode s3 = outer.required("s3", JsonNodeType.OBJECT);
    outer.end();
    Fields fields = new Fields(s3, List.of("bucket", "key", "versionId", "sha256"));
    for (String name : List.of("bucket", "key", "sha256")) {
      fields.required(name, JsonNodeType.STRING);
    }
    String digest = Objects.requireNonNullElse(fields.text("sha256"), "");
    if (!digest.isEmpty() && !digest.matches("[0-9a-f]{64}")) {
      fields.mistake("sha256: must be 64 hexadecimal digits, was " + Quoted.of(digest));
    }
    String versionId = fields.text("versionId");
    try {
      fields.end();
    } catch (Refusal mistakes) {
      throw mistakes.in("s3");
    }
    return new S3Object(s3.path("bucket").asText(), s3.path("key").asText(), versionId, digest);
  }

  /** Holds what was fetched against its digest. */
  static void verify(S3Object object, byte[] bytes) throws Refusal {
    String actual = HexFormat.of().formatHex(sha256(bytes));
    if (!actual.equals(object.sha256())) {
      throw new Refusal(
          RefusalReason.DigestMismatch,
          "s3://%s/%s has the SHA-256 %s, not %s"
              .formatted(object.bucket(), object.key(), actual, object.sha256()));
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
