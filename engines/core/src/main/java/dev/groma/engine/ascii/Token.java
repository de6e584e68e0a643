package dev.groma.engine.ascii;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;

/**
 * A word of the text.
 *
 * @param text of 1 to 64 characters
 * @param line 1-based
 * @param column of its first character, 1-based
 */
record Token(String text, int line, int column) {

  BadInputException refuse(String message) {
    return new BadInputException(new Problem("", line, column, message));
  }

  /** The number that it is; NaN where it says so. */
  double number() throws BadInputException {
    if (text.equalsIgnoreCase("nan")) {
      return Double.NaN;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        throw notANumber();
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      throw notANumber();
    }
  }

  private BadInputException notANumber() {
    String hint = text.indexOf(',') >= 0 ? "; write decimals with a point" : "";
    return refuse("must be a number, was \"" + text.replaceAll("\\p{Cntrl}", "?") + "\"" + hint);
  }
}
