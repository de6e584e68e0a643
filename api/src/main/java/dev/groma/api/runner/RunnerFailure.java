package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.groma.api.reason.Reason;

/**
 * Why a runner has no result.
 *
 * @param reason one of the catalogue's
 * @param message what is wrong, where, and what to do; cut to {@link #MESSAGE_MAX_CHARACTERS}
 */
public record RunnerFailure(
    @JsonProperty(required = true) Reason reason, @JsonProperty(required = true) String message) {

  /**
   * The longest message kept. Chosen so that the whole document stays below 4 KiB even when each
   * character takes the three bytes of UTF-8 that most scripts need at most.
   */
  public static final int MESSAGE_MAX_CHARACTERS = 1024;

  public RunnerFailure {
    if (message.length() > MESSAGE_MAX_CHARACTERS) {
      int end = MESSAGE_MAX_CHARACTERS - 1;
      end -= Character.isHighSurrogate(message.charAt(end - 1)) ? 1 : 0;
      message = message.substring(0, end) + "…";
    }
  }
}
