package dev.groma.engine.sitefit.fit;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.Segments;
import dev.groma.engine.sitefit.shape.Shape;

/**
 * Whether a turned house lies inside the buildable region.
 *
 * <p>A house lies in a region when none of its corners lies outside, no corner of the region lies
 * inside the house, and no two of their edges cross; each but for {@link #ROUNDING}.
 */
public final class Containment {

  /** Metres; coordinates in the frame are below 1e5, whose last digits are 1e-11. */
  static final double ROUNDING = 1e-7;

  private final DistanceField field;
  private final Shape region;
  private final TurnedHouse house;

  /** Asks about one rotation. */
  public Containment(DistanceField region, TurnedHouse house) {
    field = region;
    this.region = region.shape();
    this.house = house;
  }

  /** Whether the house lies inside with its pivot at a position. */
  public boolean holds(double px, double py) {
    Bounds bounds = region.bounds();
    if (px + house.minX < bounds.minX() - ROUNDING
        || px + house.maxX > bounds.maxX() + ROUNDING
        || py + house.minY < bounds.minY() - ROUNDING
        || py + house.maxY > bounds.maxY() + ROUNDING) {
      return false;
    }
    for (int i = 0; i < house.x.length; i++) {
      if (field.signedDistance(px + house.x[i], py + house.y[i]) < -ROUNDING) {
        return false;
      }
    }
    for (int i = 0; i < region.size(); i++) {
      if (isDeepInHouse(region.x(i) - px, region.y(i) - py) || isCrossed(i, px, py)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any edge of the region crosses one of the house's by more than rounding. */
  public boolean isCrossed(double px, double py) {
    for (int edge = 0; edge < region.size(); edge++) {
      if (isCrossed(edge, px, py)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDeepInHouse(double x, double y) {
    return x > house.minX
        && x < house.maxX
        && y > house.minY
        && y < house.maxY
        && house.signedDistanceTo(x, y) < -ROUNDING;
  }

  /** Whether an edge of the region crosses one of the house's by more than rounding. */
  private boolean isCrossed(int edge, double px, double py) {
    double ax = region.x(edge) - px;
    double ay = region.y(edge) - py;
    double bx = region.x(region.next(edge)) - px;
    double by = region.y(region.next(edge)) - py;
    if (Math.max(ax, bx) < house.minX
        || Math.min(ax, bx) > house.maxX
        || Math.max(ay, by) < house.minY
        || Math.min(ay, by) > house.maxY) {
      return false;
    }
    for (int i = 0, j = house.x.length - 1; i < house.x.length; j = i++) {
      if (parts(ax, ay, bx, by, house.x[j], house.y[j], house.x[i], house.y[i])
          && parts(house.x[j], house.y[j], house.x[i], house.y[i], ax, ay, bx, by)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line a-b has c and d on different sides, each by more than rounding. */
  private static boolean parts(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    double ofC = Segments.leftOf(cx, cy, ax, ay, bx, by);
    double ofD = Segments.leftOf(dx, dy, ax, ay, bx, by);
    return Math.min(ofC, ofD) < -ROUNDING && Math.max(ofC, ofD) > ROUNDING;
  }
}
