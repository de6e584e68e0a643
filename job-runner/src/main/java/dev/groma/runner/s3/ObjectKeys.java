package dev.groma.runner.s3;

import dev.groma.engine.json.Quoted;
import dev.groma.runner.transfer.TransferException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What a key may look like. */
final class ObjectKeys {

  /** Of S3 itself. */
  private static final int MAX_BYTES = 1024;

  private ObjectKeys() {}

  /** Refuses a key that S3 has no object for, or that one tool or another reads as a path. */
  static void check(String key) throws TransferException {
    String objection = objection(key);
    if (!objection.isEmpty()) {
      throw TransferException.refused("the key %s %s".formatted(Quoted.of(key), objection));
    }
  }

  private static String objection(String key) {
    if (key.isEmpty()) {
      return "is empty; name the object";
    }
    int bytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      return "is %,d bytes long in UTF-8 and may have %,d".formatted(bytes, MAX_BYTES);
    }
    if (key.codePoints().anyMatch(Character::isISOControl)) {
      return "has a control character in it; a line break at its end is the usual one";
    }
    if (key.startsWith("/")) {
      return "begins with a slash; write it without";
    }
    if (Arrays.stream(key.split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."))) {
      return "has a folder . or .. in it; write the path that is meant";
    }
    return "";
  }

  /**
   * What the key stands for if it is form-url-encoded, as the keys in S3's own event notifications
   * are; nothing where decoding changes nothing.
   */
  static Optional<String> formDecoded(String key) {
    try {
      String decoded = URLDecoder.decode(key, StandardCharsets.UTF_8);
      return decoded.equals(key) || !objection(decoded).isEmpty()
          ? Optional.empty()
          : Optional.of(decoded);
    } catch (IllegalArgumentException notEncoded) {
      return Optional.empty();
    }
  }
}
