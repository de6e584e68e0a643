package dev.groma.engine.json;

/** Foreign text made fit for a message of ours: short, on one line, without control characters. */
public final class Quoted {

  /** Characters shown of a value; chosen to leave room for the message on one line. */
  private static final int SHOWN = 40;

  private Quoted() {}

  /** The text in double quotes, cut after 40 characters. */
  public static String of(String text) {
    return '"' + bare(text) + '"';
  }

  /** The text without quotes, cut after 40 characters. */
  public static String bare(String text) {
    int end = Math.min(text.length(), SHOWN);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    StringBuilder shown = new StringBuilder();
    text.substring(0, end).codePoints().forEach(point -> appendVisible(shown, point));
    return end < text.length() ? shown.append("...").toString() : shown.toString();
  }

  private static void appendVisible(StringBuilder shown, int point) {
    switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          shown.append("\\u").append(java.util.HexFormat.of().toHexDigits((char) point));
      default -> shown.appendCodePoint(point);
    }
  }
}
