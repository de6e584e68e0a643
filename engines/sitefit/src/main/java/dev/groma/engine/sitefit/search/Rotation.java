package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitefit.fit.InnerFit;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.CellSearch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rotation: what is known of the best position at it. */
final class Rotation {

  /** By which a bound lies below a floor that was not exceeded: who set the floor goes first. */
  private static final double HAIR = 1e-8;

  private final double degrees;
  private double bound;
  private @Nullable TurnedHouse house;
  private @Nullable InnerFit innerFit;
  private @Nullable Found best;
  private int seen;

  /**
   * A rotation that nobody has looked at.
   *
   * @param bound no position at it scores higher
   */
  Rotation(double degrees, double bound) {
    this.degrees = degrees;
    this.bound = bound;
  }

  double degrees() {
    return degrees;
  }

  /** No position that differs from those taken scores higher. */
  double bound() {
    return bound;
  }

  /**
   * The best position, if it was worked out and differs from all placements taken since; else null.
   * One that was the best among more is the best among fewer.
   */
  @Nullable Found bestAgainst(List<Found> taken, double separation) {
    if (best == null) {
      return null;
    }
    for (; seen < taken.size(); seen++) {
      Found other = taken.get(seen);
      if (other.difference(best.house(), best.x(), best.y()) < separation) {
        best = null;
        return null;
      }
    }
    return best;
  }

  /**
   * Works the best position out, as long as it is above a floor; otherwise the bound comes down to
   * the floor. Branch and bound finds what has room; where it is left undecided, because there may
   * be a place without room, the vertices of the inner-fit region decide.
   *
   * @return whether the rotation is still of interest
   */
  boolean lookCloser(Scoring scoring, Space space, List<Found> taken, double floor)
      throws CancelledException {
    TurnedHouse turned = turned(space);
    Bounds box = space.positions(turned);
    if (box == null) {
      return false;
    }
    ScoreTerrain terrain = space.terrain(scoring, turned, taken);
    CellSearch search = new CellSearch(space.context());
    CellSearch.Summit summit = search.search(terrain, box, PlacementSearch.PRECISION, floor);
    Found found =
        summit == null ? null : new Found(degrees, turned, summit.x(), summit.y(), summit.value());
    double reached = found == null ? floor : found.score();
    if (search.undecided() > reached) {
      Found vertex = bestVertex(terrain, vertices(space, turned), turned, reached);
      found = vertex == null ? found : vertex;
    }
    best = found;
    seen = taken.size();
    bound = Math.min(bound, found == null ? floor - HAIR : found.score());
    return bound > Double.NEGATIVE_INFINITY;
  }

  private TurnedHouse turned(Space space) {
    if (house == null) {
      house = space.house().turned(Math.toRadians(degrees));
    }
    return house;
  }

  private Points vertices(Space space, TurnedHouse turned) {
    if (innerFit == null) {
      innerFit = InnerFit.of(space.region(), turned);
    }
    return innerFit.vertices();
  }

  /** The best of the vertices: where space is tight there may be nothing else to find. */
  private @Nullable Found bestVertex(
      ScoreTerrain terrain, Points vertices, TurnedHouse turned, double floor) {
    Found found = null;
    double reached = floor;
    for (int i = 0; i < vertices.size(); i++) {
      double value = terrain.valueAt(vertices.x(i), vertices.y(i));
      if (value > reached) {
        reached = value;
        found = new Found(degrees, turned, vertices.x(i), vertices.y(i), value);
      }
    }
    return found;
  }
}
