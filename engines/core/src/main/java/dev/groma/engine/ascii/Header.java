package dev.groma.engine.ascii;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.terrain.GridFrame;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first lines of a grid: keys in any case and order.
 *
 * @param frame of the grid
 * @param noData the value that stands for no data; NaN where only NaN does
 * @param firstValue the word after the header; null where there is none
 */
record Header(GridFrame frame, double noData, @Nullable Token firstValue) {

  private static final int LONGEST_SIDE = 1 << 24;

  private static final List<String> KEYS =
      List.of(
          "ncols",
          "nrows",
          "xllcorner",
          "yllcorner",
          "xllcenter",
          "yllcenter",
          "xllcentre",
          "yllcentre",
          "cellsize",
          "dx",
          "dy",
          "nodata_value");

  /** Whether a text that begins like this has such a header. */
  static boolean isHeader(String head) {
    String text = head.stripLeading().toLowerCase(Locale.ROOT);
    return KEYS.stream()
        .anyMatch(key ->
            text.startsWith(key)
                && text.length() > key.length()
                && Character.isWhitespace(text.charAt(key.length())));
  }

  static Header read(TokenReader words) throws IOException, BadInputException {
    Map<String, Token> values = new HashMap<>();
    Token key = words.next();
    while (key != null && !startsNumber(key.text())) {
      String name = key.text().toLowerCase(Locale.ROOT);
      if (!KEYS.contains(name)) {
        throw key.refuse("is not a known key; known are " + String.join(", ", KEYS));
      }
      Token value = words.next();
      if (value == null) {
        throw key.refuse("has no value");
      }
      if (values.putIfAbsent(name, value) != null) {
        throw key.refuse("is given twice");
      }
      key = words.next();
    }
    Token noData = values.get("nodata_value");
    return new Header(frame(values), noData == null ? Double.NaN : noData.number(), key);
  }

  private static boolean startsNumber(String text) {
    char c = text.charAt(0);
    return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' || text.equalsIgnoreCase("nan");
  }

  private static GridFrame frame(Map<String, Token> values) throws BadInputException {
    int columns = count(require(values, "ncols"));
    int rows = count(require(values, "nrows"));
    double width = size(require(values, "cellsize", "dx"));
    double height = size(require(values, "cellsize", "dy"));
    double x = lowerLeft(require(values, "xllcenter", "xllcentre", "xllcorner"), values, width);
    double y = lowerLeft(require(values, "yllcenter", "yllcentre", "yllcorner"), values, height);
    try {
      return new GridFrame(columns, rows, x, y + (rows - 1) * height, width, height);
    } catch (IllegalArgumentException impossible) {
      throw new BadInputException(Problem.at("", String.valueOf(impossible.getMessage())));
    }
  }

  private static double lowerLeft(Token value, Map<String, Token> values, double cell)
      throws BadInputException {
    double number = finite(value);
    boolean isCorner = value == values.get("xllcorner") || value == values.get("yllcorner");
    return isCorner ? number + cell / 2 : number;
  }

  private static Token require(Map<String, Token> values, String... names)
      throws BadInputException {
    for (String name : names) {
      Token value = values.get(name);
      if (value != null) {
        return value;
      }
    }
    throw new BadInputException(Problem.at("", "the header lacks " + String.join(" or ", names)));
  }

  private static int count(Token token) throws BadInputException {
    double number = token.number();
    if (number != Math.rint(number) || !(number >= 1 && number <= LONGEST_SIDE)) {
      throw token.refuse(
          "must be a whole number from 1 to " + LONGEST_SIDE + ", was " + token.text());
    }
    return (int) number;
  }

  private static double size(Token token) throws BadInputException {
    double number = finite(token);
    if (number <= 0) {
      throw token.refuse("must be above 0, was " + token.text());
    }
    return number;
  }

  private static double finite(Token token) throws BadInputException {
    double number = token.number();
    if (!Double.isFinite(number)) {
      throw token.refuse("must be finite, was " + token.text());
    }
    return number;
  }
}
