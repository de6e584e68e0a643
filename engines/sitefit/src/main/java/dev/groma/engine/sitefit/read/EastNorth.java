package dev.groma.engine.sitefit.read;

import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.Position;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.Frontage;

/**
 * Converts from a system with other axes to its sibling with x to the east and y to the north. One
 * is a mirror image of the other, so rings turn round.
 *
 * @param from the system of what is converted
 */
record EastNorth(Crs from) {

  /** The sibling. */
  Crs crs() {
    return from.eastNorth();
  }

  SoundPolygon of(SoundPolygon polygon) {
    return new SoundPolygon(of(polygon.shell()), polygon.holes().stream().map(this::of).toList());
  }

  private Points of(Points ring) {
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      int at = ring.size() - 1 - i;
      Position position = from.toEastNorth(ring.x(at), ring.y(at));
      xy[2 * i] = position.x();
      xy[2 * i + 1] = position.y();
    }
    return Points.of(xy);
  }

  Frontage of(Frontage frontage) {
    return switch (frontage) {
      case Frontage.Unknown unknown -> unknown;
      case Frontage.NearestTo point -> {
        Position position = from.toEastNorth(point.x(), point.y());
        yield new Frontage.NearestTo(position.x(), position.y());
      }
      case Frontage.Edges edges -> new Frontage.Edges(edges.ends().stream().map(this::of).toList());
    };
  }

  private Frontage.Ends of(Frontage.Ends ends) {
    Position start = from.toEastNorth(ends.x1(), ends.y1());
    Position end = from.toEastNorth(ends.x2(), ends.y2());
    return new Frontage.Ends(start.x(), start.y(), end.x(), end.y());
  }
}
