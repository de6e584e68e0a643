package dev.groma.intake;

import dev.groma.api.layoutjob.LayoutJobSpec;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the dead letter of a failed job asks for, and what its request asked for. The letter is the
 * job: with the defaults that its queue had then, and with what was changed in it since. So it asks
 * for something else than its request did, and is the same request all the same.
 *
 * @param letter content hash of the letter
 * @param request content hash of the request
 */
public record LetterContent(String letter, String request) {

  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{64}) ([0-9a-f]{64})");

  /**
   * Of the letter of a job.
   *
   * @param spec in the letter
   * @param request content hash of the job's request
   */
  public static LetterContent of(LayoutJobSpec spec, String request) {
    return new LetterContent(JobRequest.contentHash(spec), request);
  }

  /** Of {@link #text}; null of any other. */
  static @Nullable LetterContent parse(@Nullable String text) {
    Matcher hashes = TEXT.matcher(text == null ? "" : text);
    return hashes.matches() ? new LetterContent(hashes.group(1), hashes.group(2)) : null;
  }

  /** As an attribute of the letter: both hashes with a space between. */
  public String text() {
    return letter + " " + request;
  }

  /** What the request asked for of which this is the letter; a letter that was changed is none. */
  String requestOf(String content) {
    return content.equals(letter) ? request : content;
  }
}
