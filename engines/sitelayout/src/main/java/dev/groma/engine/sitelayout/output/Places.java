package dev.groma.engine.sitelayout.output;

import dev.groma.engine.crs.LonLat;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.number.Precision;
import dev.groma.engine.sitelayout.read.LocalFrame;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Turns local metres into the coordinates of a file. */
enum Places {
  /** Longitude and latitude; the ninth place is a tenth of a millimetre. */
  WGS84(9),
  /** Easting and northing of the working CRS, to a tenth of a millimetre. */
  WORKING(4);

  private final Precision precision;

  Places(int decimals) {
    precision = new Precision(new Decimals(decimals), new Decimals(2));
  }

  Precision precision() {
    return precision;
  }

  Points of(LocalFrame frame, double[] xy) {
    double[] result = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      switch (this) {
        case WGS84 -> {
          LonLat place = frame.toWgs84(xy[i], xy[i + 1]);
          result[i] = place.longitude();
          result[i + 1] = place.latitude();
        }
        case WORKING -> {
          result[i] = frame.easting(xy[i]);
          result[i + 1] = frame.northing(xy[i + 1]);
        }
      }
    }
    return Points.of(result);
  }

  Points of(LocalFrame frame, LinearRing ring) {
    return of(frame, flat(ring));
  }

  List<Points> holes(LocalFrame frame, Polygon polygon) {
    List<Points> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      holes.add(of(frame, polygon.getInteriorRingN(i)));
    }
    return holes;
  }

  /** x0, y0, x1, y1, ... of a ring, the first point repeated. */
  static double[] flat(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    double[] xy = new double[2 * points.size()];
    for (int i = 0; i < points.size(); i++) {
      xy[2 * i] = points.getX(i);
      xy[2 * i + 1] = points.getY(i);
    }
    return xy;
  }

  /** A ring of corners with the first one repeated. */
  static double[] closed(double[] corners) {
    double[] ring = java.util.Arrays.copyOf(corners, corners.length + 2);
    ring[corners.length] = corners[0];
    ring[corners.length + 1] = corners[1];
    return ring;
  }
}
