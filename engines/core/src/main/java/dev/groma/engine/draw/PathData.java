package dev.groma.engine.draw;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;

/** The data of an SVG path, in page units rounded to a hundredth. */
public final class PathData {

  /** A hundredth of a page unit: no screen and no printer shows less. */
  static final Decimals PAGE = new Decimals(2);

  private final StringBuilder data = new StringBuilder();

  /** Begins a new line. */
  public PathData moveTo(double x, double y) {
    return command('M', x, y);
  }

  /** Goes straight to a point. */
  public PathData lineTo(double x, double y) {
    return command('L', x, y);
  }

  /** Goes to a point along the shorter arc of a circle, clockwise on the page or against it. */
  public PathData arcTo(double radius, boolean clockwise, double x, double y) {
    data.append('A');
    PAGE.append(data, radius);
    data.append(' ');
    PAGE.append(data, radius);
    data.append(" 0 0 ").append(clockwise ? '1' : '0').append(' ');
    PAGE.append(data, x);
    data.append(' ');
    PAGE.append(data, y);
    return this;
  }

  /** Goes back to where the line began. */
  public PathData close() {
    data.append('Z');
    return this;
  }

  /** A line through points of the page. */
  public PathData line(Points points) {
    for (int i = 0; i < points.size(); i++) {
      command(i == 0 ? 'M' : 'L', points.x(i), points.y(i));
    }
    return this;
  }

  /** A closed ring of points of the page that repeats its first point. */
  public PathData ring(Points ring) {
    for (int i = 0; i < ring.size() - 1; i++) {
      command(i == 0 ? 'M' : 'L', ring.x(i), ring.y(i));
    }
    return close();
  }

  /** How many characters there are so far. */
  public int length() {
    return data.length();
  }

  /** Forgets everything. */
  public void clear() {
    data.setLength(0);
  }

  private PathData command(char letter, double x, double y) {
    data.append(letter);
    PAGE.append(data, x);
    data.append(' ');
    PAGE.append(data, y);
    return this;
  }

  /** The value of the attribute {@code d}. */
  @Override
  public String toString() {
    return data.toString();
  }
}
