package dev.groma.engine.sitefit.fit;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;

/**
 * The house around its pivot: the middle of its bounding box, so that turning it moves its corners
 * as little as possible.
 *
 * @param shape around the pivot
 * @param field of distances from it, around the pivot
 * @param pivotX in the house's own coordinates
 * @param pivotY in the house's own coordinates
 * @param radius from the pivot to the farthest corner
 * @param circle the largest inside, around the pivot
 */
public record House(
    Shape shape,
    DistanceField field,
    double pivotX,
    double pivotY,
    double radius,
    InscribedCircle circle) {

  /** Of the inscribed circle; it serves bounds and proofs that are far coarser. */
  private static final double CIRCLE_PRECISION = 5e-3;

  /** Radii around the house in which distances from it are quick; chosen. */
  private static final double SURROUNDINGS = 1.5;

  /** A house of this outline: closed, counterclockwise. */
  public static House of(Points outline, EngineContext context) throws CancelledException {
    Bounds bounds = Bounds.of(outline);
    double pivotX = (bounds.minX() + bounds.maxX()) / 2;
    double pivotY = (bounds.minY() + bounds.maxY()) / 2;
    Shape shape = Shape.of(List.of(new SoundPolygon(outline, List.of())), pivotX, pivotY);
    double radius = 0;
    for (int i = 0; i < shape.size(); i++) {
      radius = Math.max(radius, Math.hypot(shape.x(i), shape.y(i)));
    }
    DistanceField field = new DistanceField(shape, SURROUNDINGS * radius);
    return new House(
        shape, field, pivotX, pivotY, radius, InscribedCircle.of(field, CIRCLE_PRECISION, context));
  }

  /** The house turned counterclockwise about the pivot. */
  public TurnedHouse turned(double radians) {
    return new TurnedHouse(this, radians);
  }

  /** x of the translation that follows the rotation about the house's own origin. */
  public double translationX(double radians, double pivotAtX) {
    return pivotAtX - (pivotX * Math.cos(radians) - pivotY * Math.sin(radians));
  }

  /** y of the translation that follows the rotation about the house's own origin. */
  public double translationY(double radians, double pivotAtY) {
    return pivotAtY - (pivotX * Math.sin(radians) + pivotY * Math.cos(radians));
  }
}
