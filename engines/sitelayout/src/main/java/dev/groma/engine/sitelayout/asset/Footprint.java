package dev.groma.engine.sitelayout.asset;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A rectangle at its place.
 *
 * @param x of its middle, metres from the local origin
 * @param y of its middle
 * @param degrees turned counterclockwise from east, 0 up to 180
 * @param size of the rectangle
 */
public record Footprint(double x, double y, double degrees, AssetType.Size size) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  public Footprint {
    if (!Double.isFinite(x + y + degrees)) {
      throw new IllegalArgumentException("no place: " + x + " " + y + ", " + degrees + " degrees");
    }
    degrees = ((degrees % 180) + 180) % 180;
  }

  /** The cosine of the turn, exact at right angles. */
  public double cos() {
    return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
  }

  /** The sine of the turn, exact at right angles. */
  public double sin() {
    return degrees == 0 ? 0 : Math.sin(Math.toRadians(degrees));
  }

  /** The four corners x0, y0, x1, y1, ... counterclockwise. */
  public double[] corners() {
    double ux = cos() * size.length() / 2;
    double uy = sin() * size.length() / 2;
    double vx = -sin() * size.width() / 2;
    double vy = cos() * size.width() / 2;
    return new double[] {
      x - ux - vx,
      y - uy - vy,
      x + ux - vx,
      y + uy - vy,
      x + ux + vx,
      y + uy + vy,
      x - ux + vx,
      y - uy + vy
    };
  }

  /** The middles of the four sides, in the order in which they follow the corners. */
  public double[] sideMiddles() {
    double[] c = corners();
    double[] middles = new double[8];
    for (int i = 0; i < 8; i++) {
      middles[i] = (c[i] + c[(i + 2) % 8]) / 2;
    }
    return middles;
  }

  /** As a polygon. */
  public Polygon polygon() {
    double[] c = corners();
    Coordinate first = new Coordinate(c[0], c[1]);
    return FACTORY.createPolygon(
        new Coordinate[] {
          first,
          new Coordinate(c[2], c[3]),
          new Coordinate(c[4], c[5]),
          new Coordinate(c[6], c[7]),
          first.copy()
        });
  }

  /** The box around it. */
  public Envelope envelope() {
    double dx = (Math.abs(cos()) * size.length() + Math.abs(sin()) * size.width()) / 2;
    double dy = (Math.abs(sin()) * size.length() + Math.abs(cos()) * size.width()) / 2;
    return new Envelope(x - dx, x + dx, y - dy, y + dy);
  }

  /** Whether a point is inside or on the edge, or nearer to it than a margin along its axes. */
  public boolean contains(double px, double py, double margin) {
    double along = (px - x) * cos() + (py - y) * sin();
    double across = (py - y) * cos() - (px - x) * sin();
    return Math.abs(along) <= size.length() / 2 + margin
        && Math.abs(across) <= size.width() / 2 + margin;
  }

  /** The same rectangle elsewhere. */
  public Footprint movedTo(double otherX, double otherY) {
    return new Footprint(otherX, otherY, degrees, size);
  }
}
