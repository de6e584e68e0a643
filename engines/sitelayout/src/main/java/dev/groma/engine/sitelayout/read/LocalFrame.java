package dev.groma.engine.sitelayout.read;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.LonLat;
import dev.groma.engine.crs.Position;
import org.locationtech.jts.geom.Coordinate;

/**
 * Metres from a local origin, and the way to maps: so that sums over coordinates of a million
 * metres lose no digits.
 *
 * @param crs the working CRS, in metres, x to the east
 * @param originX easting of the local origin, whole metres
 * @param originY northing of the local origin, whole metres
 */
public record LocalFrame(Crs crs, double originX, double originY) {

  /** A position of the working CRS, local. */
  public Coordinate toLocal(double easting, double northing) {
    return new Coordinate(easting - originX, northing - originY);
  }

  /** A place on the globe, local. */
  public Coordinate toLocal(LonLat place) {
    Position position = crs.fromWgs84(place);
    return toLocal(position.x(), position.y());
  }

  /** Where a local position lies on the globe. */
  public LonLat toWgs84(double x, double y) {
    return crs.toWgs84(x + originX, y + originY);
  }

  /** Easting of a local position. */
  public double easting(double x) {
    return x + originX;
  }

  /** Northing of a local position. */
  public double northing(double y) {
    return y + originY;
  }
}
