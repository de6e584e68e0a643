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
