package dev.groma.operator.life;

/** Makes a message of a status from words that anyone may have written. */
public final class Message {

  /** Long enough for any scheduler's words; the CRD allows 4096. */
  private static final int MAX_CHARACTERS = 1024;

  private Message() {}

  /** The words on one line, without control characters, cut where they are too long. */
  public static String of(String words) {
    return of(words, "");
  }

  /** The same with an addition that is never cut. */
  static String of(String words, String addition) {
    String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
    int room = MAX_CHARACTERS - addition.length();
    if (line.length() <= room) {
      return line + addition;
    }
    int end = room - 1;
    end -= Character.isHighSurrogate(line.charAt(end - 1)) ? 1 : 0;
    return line.substring(0, end) + "…" + addition;
  }
}
