package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * From the coordinates of a file or a parameter into the local frame.
 *
 * @param path of the input or the parameter, for errors
 * @param crs of its coordinates
 */
record ToLocal(String path, Crs crs, LocalFrame frame) {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A position. */
  Coordinate point(double x, double y) throws BadInputException {
    if (crs.number() == frame.crs().number()) {
      return frame.toLocal(x, y);
    }
    try {
      return frame.toLocal(crs.toWgs84(x, y));
    } catch (IllegalArgumentException outside) {
      throw new BadInputException(
          Problem.at(path, String.valueOf(outside.getMessage()) + "; set crs to the right one"));
    }
  }

  /** Polygons, every vertex moved. */
  List<Polygon> moved(List<Polygon> polygons) throws BadInputException {
    List<Polygon> all = new ArrayList<>();
    for (Polygon polygon : polygons) {
      Polygon moved = (Polygon) polygon.copy();
      EveryVertex way = new EveryVertex(this);
      moved.apply(way);
      if (way.failed != null) {
        throw way.failed;
      }
      all.add(moved);
    }
    return all;
  }

  /** Polygons side by side. */
  static Geometry together(List<Polygon> polygons) {
    return FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static final class EveryVertex implements CoordinateSequenceFilter {

    private final ToLocal way;
    private @Nullable BadInputException failed;

    EveryVertex(ToLocal way) {
      this.way = way;
    }

    @Override
    public void filter(CoordinateSequence points, int i) {
      try {
        Coordinate at = way.point(points.getX(i), points.getY(i));
        points.setOrdinate(i, CoordinateSequence.X, at.x);
        points.setOrdinate(i, CoordinateSequence.Y, at.y);
      } catch (BadInputException outside) {
        failed = outside;
      }
    }

    @Override
    public boolean isDone() {
      return failed != null;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
