package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.groma.api.reason.Reason;

/**
 * Why a runner has no result.
 *
 * @param reason one of the catalogue's
 * @param message what is wrong, where, and what to do; cut so that it takes at most {@link
 *     #MESSAGE_MAX_BYTES} as JSON
 */
public record RunnerFailure(
    @JsonProperty(required = true) Reason reason, @JsonProperty(required = true) String message) {

  /**
   * The room for the message in a termination message, in bytes of JSON in UTF-8: 4 KiB less what
   * the other members can take at most.
   */
  public static final int MESSAGE_MAX_BYTES = 3500;

  private static final String CUT = "…";
  private static final int CUT_BYTES = 3;

  public RunnerFailure {
    RunnerDocuments.required(reason, "reason");
    message = cut(RunnerDocuments.required(message, "message"));
  }

  private static String cut(String message) {
    int bytes = 0;
    int lastFit = 0;
    for (int i = 0; i < message.length(); ) {
      int codePoint = message.codePointAt(i);
      bytes += jsonBytes(codePoint);
      if (bytes > MESSAGE_MAX_BYTES) {
        return message.substring(0, lastFit) + CUT;
      }
      i += Character.charCount(codePoint);
      if (bytes <= MESSAGE_MAX_BYTES - CUT_BYTES) {
        lastFit = i;
      }
    }
    return message;
  }

  private static int jsonBytes(int codePoint) {
    return switch (codePoint) {
      case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 2;
      default -> {
        if (codePoint < 0x20) {
          yield 6;
        }
        if (codePoint < 0x80) {
          yield 1;
        }
        if (codePoint < 0x800) {
          yield 2;
        }
        yield codePoint < 0x10000 ? 3 : 4;
      }
    };
  }
}
