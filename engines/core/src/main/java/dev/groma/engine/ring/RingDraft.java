package dev.groma.engine.ring;

import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.geojson.Line;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.json.Place;
import dev.groma.engine.number.Decimals;
import java.util.List;

/** A ring in the making: without repeated points, each remembering which vertex it was. */
final class RingDraft {

  private final Line line;
  private final int[] vertex;
  private int size;

  private RingDraft(Line line) {
    this.line = line;
    vertex = new int[line.points().size() + 1];
  }

  /** Closes the ring and leaves out repeated points, with a note of each kind. */
  static RingDraft of(Line line, List<String> notes) {
    RingDraft draft = new RingDraft(line);
    Points points = line.points();
    int last = points.size() - 1;
    boolean closed = last > 0 && same(points, 0, last);
    int end = closed ? last : last + 1;
    int repeated = -1;
    for (int i = 0; i < end; i++) {
      boolean isRepeated =
          i > 0 && same(points, i - 1, i) || i > 0 && i == end - 1 && same(points, 0, i);
      if (isRepeated) {
        repeated = repeated < 0 ? i : repeated;
      } else {
        draft.vertex[draft.size++] = i;
      }
    }
    if (!closed) {
      notes.add(
          note(line.place(), "the ring was open; it was closed by repeating its first vertex"));
    }
    if (repeated >= 0) {
      int count = end - draft.size;
      notes.add(
          note(
              line.vertex(repeated),
              count == 1
                  ? "repeats the vertex beside it and was left out"
                  : "repeats the vertex beside it and was left out, like "
                      + (count - 1)
                      + " more"));
    }
    return draft;
  }

  private static boolean same(Points points, int a, int b) {
    return points.x(a) == points.x(b) && points.y(a) == points.y(b);
  }

  static String note(Place place, String message) {
    return place.problem(message).describe();
  }

  /** Different vertices, which is also the count of edges. */
  int size() {
    return size;
  }

  /** Index in the document of a vertex, counted around. */
  int vertex(int index) {
    return vertex[index % size];
  }

  double x(int index) {
    return line.points().x(vertex(index));
  }

  double y(int index) {
    return line.points().y(vertex(index));
  }

  Place place() {
    return line.place();
  }

  /** Reports a problem at a vertex. */
  void problem(ProblemList problems, int index, String message) {
    problems.add(line.vertex(vertex(index)).problem(message));
  }

  /** A problem with the ring as a whole. */
  Problem problem(String message) {
    return line.place().problem(message);
  }

  /** The closed ring in the direction asked for. */
  Points points(boolean counterclockwise) {
    double[] xy = new double[2 * size + 2];
    for (int i = 0; i <= size; i++) {
      xy[2 * i] = x(i);
      xy[2 * i + 1] = y(i);
    }
    Points ring = Points.of(xy);
    if (ring.signedArea() > 0 == counterclockwise) {
      return ring;
    }
    double[] turned = new double[xy.length];
    for (int i = 0; i <= size; i++) {
      turned[2 * i] = xy[2 * (size - i)];
      turned[2 * i + 1] = xy[2 * (size - i) + 1];
    }
    return Points.of(turned);
  }

  /** {@code [1.5, 2]}, to a tenth of a millimetre where the unit is metres. */
  static String at(double x, double y) {
    Decimals places = new Decimals(4);
    return "[" + places.format(x) + ", " + places.format(y) + "]";
  }
}
