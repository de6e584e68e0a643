package dev.groma.operator.attempt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The annotation of a result's ConfigMap that holds an artifact's SHA-256. */
public final class DigestAnnotation {

  /** What all of them begin with. */
  public static final String PREFIX = "groma.dev/digest.";

  /** The name of an annotation behind its prefix ends here. */
  private static final int NAME_MAX_LENGTH = 63;

  private static final int HASH_DIGITS = 40;

  private DigestAnnotation() {}

  /**
   * The annotation's key: the artifact's name, or a hash of it where the name is too long.
   *
   * @param artifact its name, the key of a ConfigMap
   */
  public static String of(String artifact) {
    String key = PREFIX + artifact;
    boolean fits =
        key.length() - (key.indexOf('/') + 1) <= NAME_MAX_LENGTH
            && Character.isLetterOrDigit(artifact.charAt(artifact.length() - 1));
    return fits ? key : PREFIX + sha256(artifact).substring(0, HASH_DIGITS);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
