package dev.groma.engine.sitefit.shape;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;

/**
 * The largest circle in a shape: its pole of inaccessibility.
 *
 * @param x of the centre
 * @param y of the centre
 * @param radius of a circle that does fit
 * @param bound no circle that fits is larger
 */
public record InscribedCircle(double x, double y, double radius, double bound) {

  /**
   * Finds it.
   *
   * @param precision of the radius; a shape thinner than that gets a radius of 0
   */
  public static InscribedCircle of(Shape shape, double precision, EngineContext context)
      throws CancelledException {
    CellSearch.Summit summit =
        new CellSearch(context)
            .search(
                (x, y, reach, floor) -> {
                  double distance = shape.signedDistance(x, y);
                  return new CellSearch.Sight(distance, distance + reach);
                },
                shape.bounds(),
                precision,
                0);
    if (summit == null) {
      return new InscribedCircle(shape.x(0), shape.y(0), 0, precision);
    }
    return new InscribedCircle(summit.x(), summit.y(), summit.value(), summit.bound());
  }
}
