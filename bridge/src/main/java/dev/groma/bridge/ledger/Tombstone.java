package dev.groma.bridge.ledger;

import dev.groma.bridge.message.JobKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What remains of a job: 24 bytes of two digests. Of a million jobs two have the same mark with a
 * probability of 10^-26.
 *
 * @param high first half of what stands for its name
 * @param low second half
 * @param content what stands for what its request asked for
 */
public record Tombstone(long high, long low, long content) {

  /** Bytes of one in the ledger. */
  static final int BYTES = 24;

  /** What stands for the name of a job; the name is made of queue and key already. */
  record Mark(long high, long low) {}

  /**
   * Of a job.
   *
   * @param contentHash 64 hexadecimal digits, or any other text of a job that is not ours
   */
  public static Tombstone of(JobKey job, String contentHash) {
    ByteBuffer name = sha256(job.name());
    return new Tombstone(name.getLong(), name.getLong(), content(contentHash));
  }

  Mark mark() {
    return new Mark(high, low);
  }

  private static long content(String hash) {
    try {
      return ByteBuffer.wrap(HexFormat.of().parseHex(hash, 0, 16)).getLong();
    } catch (IllegalArgumentException | IndexOutOfBoundsException foreign) {
      return sha256(hash).getLong();
    }
  }

  void write(ByteBuffer to) {
    to.putLong(high).putLong(low).putLong(content);
  }

  static Tombstone read(ByteBuffer from) {
    return new Tombstone(from.getLong(), from.getLong(), from.getLong());
  }

  private static ByteBuffer sha256(String text) {
    try {
      return ByteBuffer.wrap(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
