package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Line;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.Place;
import java.util.Arrays;

/**
 * Positions being read from text, {@code longitude,latitude[,altitude]} with white space between
 * positions; white space beside commas, which some programs write, is passed over. The text comes
 * in pieces of any length.
 */
final class PositionText {

  private static final int LONGEST_NUMBER = 64;

  /** Longitude, latitude and altitude. */
  private static final int MOST_NUMBERS = 3;

  private final Place start;
  private final ProblemList problems;
  private final Budget budget;
  private final Separator separator;
  private final StringBuilder number = new StringBuilder();
  private final double[] numbers = new double[MOST_NUMBERS];
  private double[] xy = new double[16];
  private int positions;
  private int count;
  private boolean afterComma;
  private boolean sound = true;
  private int line;
  private int column;

  /** What stands between the numbers of a position. */
  enum Separator {
    /** In {@code coordinates}, which hold many positions. */
    COMMA,
    /** In {@code gx:coord}, which holds one. */
    SPACE
  }

  /**
   * Begins.
   *
   * @param start of the element that holds the text
   */
  PositionText(Place start, Separator separator, ProblemList problems, Budget budget) {
    this.start = start;
    this.separator = separator;
    this.problems = problems;
    this.budget = budget;
    line = start.line();
    column = start.column();
  }

  /** Reads on. */
  void accept(char[] text, int from, int length) throws BadInputException {
    for (int i = from; i < from + length; i++) {
      accept(text[i]);
    }
  }

  private void accept(char c) throws BadInputException {
    if (c == ',') {
      endNumber();
      if (count == 0) {
        problem("has a comma where a longitude was expected");
      }
      afterComma = true;
    } else if (Character.isWhitespace(c)) {
      endNumber();
    } else {
      if (number.isEmpty() && !afterComma && separator == Separator.COMMA) {
        endPosition();
      }
      if (number.length() == LONGEST_NUMBER) {
        throw new BadInputException(place().problem("has a number of more than 64 characters"));
      }
      number.append(c);
      afterComma = false;
    }
    column++;
    if (c == '\n') {
      line++;
      column = 1;
    }
  }

  private void endNumber() {
    if (number.isEmpty()) {
      return;
    }
    if (count == MOST_NUMBERS) {
      problem("must have 2 or 3 numbers, has more");
    } else {
      numbers[count++] = parse();
    }
    number.setLength(0);
  }

  private double parse() {
    String text = number.toString();
    try {
      double value = Double.parseDouble(text);
      char last = text.charAt(text.length() - 1);
      if (Double.isFinite(value) && last >= '.' && last <= '9') {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // The problem below says so.
    }
    problem("must be a finite number, was " + text.replaceAll("\\p{Cntrl}", "?"));
    return 0;
  }

  private void endPosition() throws BadInputException {
    if (count == 0) {
      return;
    }
    if (count == 1) {
      problem("must be longitude,latitude[,altitude], has one number");
    } else if (Math.abs(numbers[0]) > 180 || Math.abs(numbers[1]) > 90) {
      problem(
          "must be degrees, longitude from -180 to 180 and latitude from -90 to 90, was "
              + numbers[0]
              + ","
              + numbers[1]
              + "; KML is always in WGS84: convert the coordinates");
    }
    budget.takePosition(place());
    if (2 * positions == xy.length) {
      xy = Arrays.copyOf(xy, 2 * xy.length);
    }
    xy[2 * positions] = numbers[0];
    xy[2 * positions + 1] = numbers[1];
    positions++;
    count = 0;
  }

  private Place place() {
    return new Place(start.path() + "[" + positions + "]", line, Math.max(1, column));
  }

  private void problem(String message) {
    sound = false;
    if (problems.isFull()) {
      problems.count();
    } else {
      problems.add(place().problem(message));
    }
  }

  /** Ends a list that goes on in another element: {@code gx:coord} holds one position each. */
  void endElement() throws BadInputException {
    endNumber();
    if (afterComma) {
      problem("ends with a comma");
      afterComma = false;
    }
    endPosition();
  }

  /** Whether no problem was found. */
  boolean isSound() {
    return sound;
  }

  int positions() {
    return positions;
  }

  /** What was read: at least one position. */
  Line line() {
    return new Line(Points.of(Arrays.copyOf(xy, 2 * positions)), start);
  }
}
