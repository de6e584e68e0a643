package dev.groma.operator.life;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * How long an attempt waits after the one before it: full jitter, as in "Exponential Backoff And
 * Jitter" of the AWS Architecture Blog. The random number is a hash of whose attempt it is, so the
 * same question always has the same answer, and two jobs have different ones.
 */
final class Backoffs {

  private static final int BITS = 53;

  private Backoffs() {}

  /**
   * From nothing to initial times 2 to the power of the failures less one, and never above the
   * largest bound.
   *
   * @param uid of the LayoutJob
   * @param attempt that waits
   * @param failures so far, at least 1
   */
  static Duration before(String uid, int attempt, int failures, ExecutionPolicy policy) {
    double bound =
        Math.min(
            policy.backoffMax().toMillis(),
            policy.backoffInitial().toMillis() * Math.pow(2, failures - 1));
    return Duration.ofMillis((long) (share(uid, attempt) * bound));
  }

  /** A number from 0 to less than 1 that looks random. */
  private static double share(String uid, int attempt) {
    byte[] name = (uid + "/" + attempt).getBytes(StandardCharsets.UTF_8);
    long digest = UUID.nameUUIDFromBytes(name).getLeastSignificantBits();
    return (digest & ((1L << BITS) - 1)) * 0x1.0p-53;
  }
}
