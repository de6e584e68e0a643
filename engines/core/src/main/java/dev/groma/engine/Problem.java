package dev.groma.engine;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input or a parameter, and where.
 *
 * @param path where in the document, as JSON path such as {@code walls[3].end[0]}; empty for the
 *     whole document
 * @param line 1-based line of the text, null where there is none
 * @param column 1-based column (in characters), null where there is none
 * @param message what is wrong and what would be right
 */
public record Problem(
    String path, @Nullable Integer line, @Nullable Integer column, String message) {

  /** A problem with a place in the document but none in the text. */
  public static Problem at(String path, String message) {
    return new Problem(path, null, null, message);
  }

  /** {@code walls[3].end (line 7, column 12): must be ...}. */
  public String describe() {
    StringBuilder text = new StringBuilder(path);
    if (line != null) {
      text.append(path.isEmpty() ? "" : " (").append("line ").append(line);
      if (column != null) {
        text.append(", column ").append(column);
      }
      text.append(path.isEmpty() ? "" : ")");
    }
    return text.append(text.isEmpty() ? "" : ": ").append(message).toString();
  }
}
