package dev.groma.engine.rooms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Segments to draw plans from in tests: each {x1, y1, x2, y2}, each a wall of its own. */
final class Drawing {

  private final List<double[]> segments = new ArrayList<>();

  Drawing line(double x1, double y1, double x2, double y2) {
    segments.add(new double[] {x1, y1, x2, y2});
    return this;
  }

  /** A path through the points x0, y0, x1, y1, ... */
  Drawing path(double... xy) {
    for (int i = 2; i < xy.length; i += 2) {
      line(xy[i - 2], xy[i - 1], xy[i], xy[i + 1]);
    }
    return this;
  }

  /** Four walls, counterclockwise from the lower left. */
  Drawing rectangle(double minX, double minY, double maxX, double maxY) {
    return path(minX, minY, maxX, minY, maxX, maxY, minX, maxY, minX, minY);
  }

  Drawing circle(double x, double y, double radius, int chords) {
    double[] xy = new double[2 * chords + 2];
    for (int i = 0; i <= chords; i++) {
      double angle = 2 * Math.PI * (i % chords) / chords;
      xy[2 * i] = x + radius * Math.cos(angle);
      xy[2 * i + 1] = y + radius * Math.sin(angle);
    }
    return path(xy);
  }

  Drawing addAll(Drawing other) {
    segments.addAll(other.segments);
    return this;
  }

  int size() {
    return segments.size();
  }

  double[] segment(int index) {
    return segments.get(index);
  }

  /** Every point (x, y) moved to f(x, y). */
  Drawing map(UnaryOperator<double[]> point) {
    Drawing mapped = new Drawing();
    for (double[] s : segments) {
      double[] from = point.apply(new double[] {s[0], s[1]});
      double[] to = point.apply(new double[] {s[2], s[3]});
      mapped.line(from[0], from[1], to[0], to[1]);
    }
    return mapped;
  }

  Drawing moved(double dx, double dy) {
    return map(p -> new double[] {p[0] + dx, p[1] + dy});
  }

  Drawing scaled(double factor) {
    return map(p -> new double[] {p[0] * factor, p[1] * factor});
  }

  Drawing mirrored() {
    return map(p -> new double[] {-p[0], p[1]});
  }

  Drawing turned(double radians) {
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    return map(p -> new double[] {cos * p[0] - sin * p[1], sin * p[0] + cos * p[1]});
  }

  Drawing shuffled(Random random) {
    Drawing shuffled = new Drawing().addAll(this);
    Collections.shuffle(shuffled.segments, random);
    return shuffled;
  }

  /** About half of the segments drawn the other way. */
  Drawing partlyReversed(Random random) {
    Drawing reversed = new Drawing();
    for (double[] s : segments) {
      if (random.nextBoolean()) {
        reversed.line(s[0], s[1], s[2], s[3]);
      } else {
        reversed.line(s[2], s[3], s[0], s[1]);
      }
    }
    return reversed;
  }

  /** Every segment in two pieces that meet somewhere. */
  Drawing split(Random random) {
    Drawing split = new Drawing();
    for (double[] s : segments) {
      double share = random.nextDouble();
      double x = s[0] + share * (s[2] - s[0]);
      double y = s[1] + share * (s[3] - s[1]);
      split.line(s[0], s[1], x, y).line(x, y, s[2], s[3]);
    }
    return split;
  }

  /** About a third of the segments drawn twice. */
  Drawing partlyDoubled(Random random) {
    Drawing doubled = new Drawing().addAll(this);
    for (double[] s : segments) {
      if (random.nextInt(3) == 0) {
        doubled.line(s[2], s[3], s[0], s[1]);
      }
    }
    return doubled;
  }

  /** Every end moved by up to {@code amplitude} in x and in y. */
  Drawing jittered(Random random, double amplitude) {
    return map(p ->
        new double[] {
          p[0] + amplitude * (2 * random.nextDouble() - 1),
          p[1] + amplitude * (2 * random.nextDouble() - 1)
        });
  }

  WallPlan plan() {
    WallPlan.Builder plan = WallPlan.builder();
    for (int i = 0; i < segments.size(); i++) {
      double[] s = segments.get(i);
      plan.straightWall(new Wall("w" + i, 0, false, false), s[0], s[1], s[2], s[3]);
    }
    return plan.build();
  }

  String toWkt() {
    return segments.stream()
        .map(s -> "(" + s[0] + " " + s[1] + ", " + s[2] + " " + s[3] + ")")
        .collect(Collectors.joining(", ", "MULTILINESTRING (", ")"));
  }

  @Override
  public String toString() {
    return segments.stream().map(Arrays::toString).collect(Collectors.joining("\n"));
  }
}
