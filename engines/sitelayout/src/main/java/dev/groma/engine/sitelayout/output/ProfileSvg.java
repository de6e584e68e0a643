package dev.groma.engine.sitelayout.output;

import dev.groma.engine.draw.PathData;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.roads.Road;

/** The profile of a road as a small drawing: ground, design, cut and fill between them. */
final class ProfileSvg {

  private static final double WIDTH = 340;
  private static final double HEIGHT = 110;
  private static final double LEFT = 58;
  private static final double RIGHT = 6;
  private static final double TOP = 8;
  private static final double BOTTOM = 22;
  private static final Decimals WHOLE = new Decimals(0);
  private static final Decimals TENTHS = new Decimals(1);

  private final Road road;
  private final double low;
  private final double high;

  ProfileSvg(Road road) {
    this.road = road;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < road.stations(); i++) {
      least = Math.min(least, Math.min(road.z(i), road.ground()[i]));
      most = Math.max(most, Math.max(road.z(i), road.ground()[i]));
    }
    // Never so enlarged that a decimetre looks like a cliff.
    double spare = Math.max(0, 4 - (most - least)) / 2;
    low = least - spare;
    high = most + spare;
  }

  /** How much more a metre of height takes up than a metre of length. */
  double enlargement() {
    double perMetreOfHeight = (HEIGHT - BOTTOM - TOP) / (high - low);
    double perMetreOfLength = (WIDTH - LEFT - RIGHT) / road.length();
    return perMetreOfHeight / perMetreOfLength;
  }

  String draw() {
    PathData ground = new PathData();
    PathData design = new PathData();
    PathData between = new PathData();
    double along = 0;
    double[] page = new double[road.stations()];
    for (int i = 0; i < road.stations(); i++) {
      page[i] = LEFT + along / road.length() * (WIDTH - LEFT - RIGHT);
      step(ground, i, page[i], y(road.ground()[i]));
      step(design, i, page[i], y(road.z(i)));
      step(between, i, page[i], y(road.ground()[i]));
      along += i + 1 < road.stations() ? road.step(i) : 0;
    }
    for (int i = road.stations() - 1; i >= 0; i--) {
      between.lineTo(page[i], y(road.z(i)));
    }
    String size = " width=\"" + WHOLE.format(WIDTH) + "\" height=\"" + WHOLE.format(HEIGHT) + "\"";
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + WHOLE.format(WIDTH)
        + " "
        + WHOLE.format(HEIGHT)
        + "\""
        + size
        + " font-family=\"Helvetica,Arial,sans-serif\" font-size=\"11\" fill=\"none\">"
        + path(frame(), "stroke=\"#e3e4e2\"")
        + path(between.close(), "fill=\"#e9b878\" fill-opacity=\".55\"")
        + path(ground, "stroke=\"#8b9299\" stroke-width=\"1.2\"")
        + path(design, "stroke=\"#27313b\" stroke-width=\"1.8\"")
        + label(LEFT - 6, y(high) + 4, "end", TENTHS.format(high) + " m")
        + label(LEFT - 6, y(low) + 4, "end", TENTHS.format(low) + " m")
        + label(LEFT, HEIGHT - 6, "start", "0")
        + label(WIDTH - RIGHT, HEIGHT - 6, "end", WHOLE.format(road.length()) + " m")
        + "</svg>";
  }

  /** Lines at the lowest and the highest elevation. */
  private PathData frame() {
    return new PathData()
        .moveTo(LEFT, y(high))
        .lineTo(WIDTH - RIGHT, y(high))
        .moveTo(LEFT, y(low))
        .lineTo(WIDTH - RIGHT, y(low));
  }

  private static void step(PathData path, int station, double x, double y) {
    if (station == 0) {
      path.moveTo(x, y);
    } else {
      path.lineTo(x, y);
    }
  }

  private double y(double z) {
    return HEIGHT - BOTTOM - (z - low) / (high - low) * (HEIGHT - BOTTOM - TOP);
  }

  private static String path(PathData data, String style) {
    return "<path d=\"" + data + "\" " + style + "/>";
  }

  private static String label(double x, double y, String anchor, String text) {
    return "<text x=\""
        + WHOLE.format(x)
        + "\" y=\""
        + WHOLE.format(y)
        + "\" text-anchor=\""
        + anchor
        + "\" fill=\"#6f7b87\">"
        + text
        + "</text>";
  }
}
