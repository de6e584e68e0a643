package dev.groma.engine.geometry;

/**
 * An axis-parallel bounding box.
 *
 * @param minX at most {@code maxX}
 * @param minY at most {@code maxY}
 */
public record Bounds(double minX, double minY, double maxX, double maxY) {

  public Bounds {
    if (!(minX <= maxX && minY <= maxY && Double.isFinite(maxX - minX + maxY - minY))) {
      throw new IllegalArgumentException(
          "no box from " + minX + " " + minY + " to " + maxX + " " + maxY);
    }
  }

  /** The box around one or more points. */
  public static Bounds of(Points points) {
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      minX = Math.min(minX, points.x(i));
      minY = Math.min(minY, points.y(i));
      maxX = Math.max(maxX, points.x(i));
      maxY = Math.max(maxY, points.y(i));
    }
    return new Bounds(minX, minY, maxX, maxY);
  }

  /** Whether the boxes have a point in common. */
  public boolean meets(Bounds other) {
    return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
  }

  /** Along x. */
  public double width() {
    return maxX - minX;
  }

  /** Along y. */
  public double height() {
    return maxY - minY;
  }

  /** The longer side. */
  public double extent() {
    return Math.max(width(), height());
  }

  /** The largest absolute coordinate. */
  public double farthest() {
    return Math.max(
        Math.max(Math.abs(minX), Math.abs(maxX)), Math.max(Math.abs(minY), Math.abs(maxY)));
  }

  /** The box grown by a margin on every side. */
  public Bounds grown(double margin) {
    return new Bounds(minX - margin, minY - margin, maxX + margin, maxY + margin);
  }
}
