package dev.groma.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The key under which a request is the same request, however often it is sent and delivered.
 *
 * <p>A key that the submitter chose stands as it is; others begin with a word and an equals sign,
 * which a chosen key cannot contain, so that keys of different sources never meet.
 *
 * @param text unique among the requests of a queue
 */
public record RequestKey(String text) {

  /** Digits of RFC 4648's base 32, in the lower case that names of Kubernetes have. */
  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

  /** 130 bits: two of 10^18 requests have the same name with a probability below 10^-3. */
  private static final int LENGTH = 26;

  private static final String PREFIX = "lj-";

  /**
   * The key of a request, from what knows it best: its own idempotencyKey, its name, the key that
   * it had when its job failed, the deduplication id that its sender gave it, the version of the
   * object that it is about, the event or the topic's message that it came in, and at last the
   * queue's message.
   *
   * @param idempotencyKey that the request states
   * @param name of the LayoutJob, where it was sent with one
   * @param object version of an object in S3
   * @param ids of its transports
   * @param part number of the request among several of one message, from 0; null where it is alone
   */
  static RequestKey of(
      @Nullable String idempotencyKey,
      @Nullable String name,
      @Nullable String object,
      Provenance.Ids ids,
      @Nullable Integer part) {
    if (idempotencyKey != null) {
      return new RequestKey(idempotencyKey);
    }
    if (name != null) {
      return new RequestKey("name=" + name);
    }
    if (ids.key() != null && part == null) {
      return new RequestKey(ids.key());
    }
    String suffix = part == null ? "" : "#" + part;
    if (ids.deduplication() != null) {
      return new RequestKey("deduplication=" + ids.deduplication() + suffix);
    }
    if (object != null) {
      return new RequestKey("object=" + object);
    }
    if (ids.event() != null) {
      return new RequestKey("event=" + ids.event() + suffix);
    }
    return ids.topic() != null
        ? new RequestKey("topic=" + ids.topic() + suffix)
        : new RequestKey("message=" + ids.message() + suffix);
  }

  /**
   * The name of the request's LayoutJob: lj- and the first 26 digits, to the base 32, of the
   * SHA-256 of queue and key with a zero byte between them.
   *
   * @param queue ARN of the queue, or its URL where it has no ARN
   */
  public String jobName(String queue) {
    byte[] hash = sha256((queue + '\0' + text).getBytes(StandardCharsets.UTF_8));
    StringBuilder name = new StringBuilder(PREFIX);
    for (int digit = 0; digit < LENGTH; digit++) {
      name.append(DIGITS.charAt(fiveBits(hash, digit * 5)));
    }
    return name.toString();
  }

  private static int fiveBits(byte[] bytes, int from) {
    int two = (bytes[from / 8] & 0xff) << 8 | (bytes[from / 8 + 1] & 0xff);
    return two >> (11 - from % 8) & 0x1f;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
