package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.sitefit.RotationRange;
import dev.groma.engine.sitefit.fit.InnerFit;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import org.jspecify.annotations.Nullable;

/**
 * Moves and turns a placement a little until nothing near it is better. The result is never worse
 * than what came in.
 */
final class Refinement {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** Sections of the golden rule: two degrees come down to less than a hundredth. */
  private static final int SECTIONS = 12;

  /** Degrees to both sides within which the score is taken to have one peak. */
  private static final double WIDEST = 1;

  /** First step of a climb, and last steps of a quick one and of a thorough one, metres. */
  private static final double FIRST_STEP = 0.5;

  private static final double QUICK_STEP = 0.01;
  private static final double LAST_STEP = 2e-4;

  /** First step where there is no more room than the tolerance leaves. */
  private static final double TIGHT_STEP = 2e-3;

  /** How far the pivot and the farthest corner can move where there is hardly any room, metres. */
  private static final double TIGHT = 0.02;

  /**
   * Sections of the golden rule: the farthest corner comes down from 20 mm to a hundredth of one.
   */
  private static final int TIGHT_SECTIONS = 17;

  /** Metres to which a garden is worked out at least. */
  private static final double FINEST_GARDEN = 1e-4;

  /** First step at a rotation beside one that was climbed, and how far a start may be away. */
  private static final double BESIDE = 0.1;

  private final Space space;
  private final RotationRange range;
  private final Terrain terrain;

  Refinement(Space space, RotationRange range, Terrain terrain) {
    this.space = space;
    this.range = range;
    this.terrain = terrain;
  }

  /** Climbs in all three dimensions to about a centimetre: what is behind a ridge is not found. */
  Found quick(Found start) throws CancelledException {
    space.context().checkCancelled();
    return Climb.byTurning(this::moved, start, FIRST_STEP, QUICK_STEP);
  }

  /** Climbs at rotations that close in on the best; where there is hardly any room, by vertices. */
  Found thorough(Found start) throws CancelledException {
    Found best = Climb.byMoving(this::moved, start, BESIDE, LAST_STEP);
    best = section(best, WIDEST, SECTIONS, this::beside);
    // Where there is hardly any room, larger steps lead nowhere.
    best = Climb.byTurning(this::moved, best, TIGHT_STEP, TIGHT_STEP / 100);
    if (bestVertex(best, best.house(), best.degrees(), TIGHT, TIGHT) == null) {
      return best;
    }
    double turn = Math.toDegrees(TIGHT / space.house().radius());
    return section(terrain.exact(best), turn, TIGHT_SECTIONS, this::atVertex);
  }

  /** The best placement that is known at a rotation. */
  private interface AtRotation {

    /** Near another placement; null where nothing fits. */
    @Nullable Found best(Found near, double degrees) throws CancelledException;
  }

  /** Closes in on the best rotation by the golden rule, within some degrees to both sides. */
  private Found section(Found start, double width, int sections, AtRotation at)
      throws CancelledException {
    Found best = start;
    double low = start.degrees() - width;
    double high = start.degrees() + width;
    if (!range.isFullTurn()) {
      low = Math.max(low, range.min());
      high = Math.min(high, range.max());
    }
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    Found atLeft = at.best(best, left);
    Found atRight = at.best(best, right);
    for (int i = 0; i < sections && high > low; i++) {
      best = better(better(best, atLeft), atRight);
      if (isLower(atLeft, atRight, best, (low + high) / 2)) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = at.best(best, left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = at.best(best, right);
      }
    }
    return better(better(best, atLeft), atRight);
  }

  /** Whether the best lies in the lower part; where nothing fits in either, near the best known. */
  private static boolean isLower(
      @Nullable Found atLeft, @Nullable Found atRight, Found best, double middle) {
    return atLeft == null && atRight == null
        ? best.degrees() < middle
        : score(atLeft) > score(atRight);
  }

  private static double score(@Nullable Found found) {
    return found == null ? Double.NEGATIVE_INFINITY : found.score();
  }

  private static Found better(Found one, @Nullable Found other) {
    return other != null && other.score() > one.score() ? other : one;
  }

  /** The best position near another one at a rotation; null where nothing fits. */
  private @Nullable Found beside(Found other, double degrees) throws CancelledException {
    space.context().checkCancelled();
    double turn = range.within(degrees);
    TurnedHouse house = space.house().turned(Math.toRadians(turn));
    Found start =
        terrain.above(
            Double.NEGATIVE_INFINITY, turn, house, other.x(), other.y(), other.garden(), BESIDE);
    if (start == null) {
      start = bestVertex(other, house, turn, BESIDE, BESIDE);
    }
    if (start == null) {
      return null;
    }
    double away = space.house().radius() * Math.toRadians(Math.abs(turn - other.degrees()));
    return Climb.byMoving(this::moved, start, Math.clamp(away, 10 * LAST_STEP, BESIDE), LAST_STEP);
  }

  /** The best vertex near another placement at a rotation; null where there is none. */
  private @Nullable Found atVertex(Found other, double degrees) throws CancelledException {
    space.context().checkCancelled();
    double turn = range.within(degrees);
    TurnedHouse house = space.house().turned(Math.toRadians(turn));
    return bestVertex(other, house, turn, TIGHT, FINEST_GARDEN);
  }

  /**
   * The best of the vertices of the inner-fit region near another placement.
   *
   * @param near how far they may be along x and y, metres
   * @param precision of the garden's radius, metres
   * @return null where there is none
   */
  private @Nullable Found bestVertex(
      Found other, TurnedHouse house, double turn, double near, double precision) {
    Bounds box = new Bounds(other.x(), other.y(), other.x(), other.y()).grown(near);
    Points vertices = InnerFit.of(space.region(), house, box).vertices();
    Found best = null;
    for (int i = 0; i < vertices.size(); i++) {
      Found next =
          terrain.above(
              score(best), turn, house, vertices.x(i), vertices.y(i), other.garden(), precision);
      best = next == null ? best : terrain.exact(next);
    }
    return best;
  }

  private @Nullable Found moved(Found from, double[] move) {
    double x = from.x() + move[0];
    double y = from.y() + move[1];
    double precision = Math.max(Math.hypot(move[0], move[1]) / 10, FINEST_GARDEN);
    if (move.length < 3 || move[2] == 0) {
      return terrain.above(
          from.score(), from.degrees(), from.house(), x, y, from.garden(), precision);
    }
    double turned = from.degrees() + Math.toDegrees(move[2] / space.house().radius());
    double turn =
        range.isFullTurn() ? range.within(turned) : Math.clamp(turned, range.min(), range.max());
    return terrain.above(
        from.score(),
        turn,
        space.house().turned(Math.toRadians(turn)),
        x,
        y,
        from.garden(),
        Math.max(precision, Math.abs(move[2]) / 10));
  }
}
