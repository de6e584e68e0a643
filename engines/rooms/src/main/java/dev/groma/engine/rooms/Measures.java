package dev.groma.engine.rooms;

/**
 * The size of a face.
 *
 * @param area shell minus holes, square plan units
 * @param perimeter shell and holes together, plan units
 * @param boundingBox of the shell
 */
public record Measures(double area, double perimeter, Box boundingBox) {

  /** {@link #thickness(double, double)} of this face. */
  public double thickness() {
    return thickness(area, perimeter);
  }

  /**
   * The short side of the rectangle that has this area and this perimeter, or of the square with
   * this area when no rectangle has so short a perimeter. For a strip it is its width, for a
   * ring-shaped wall body the thickness of the wall: unlike 2 area / perimeter it does not halve a
   * square.
   *
   * <p>It solves t^2 - t perimeter / 2 + area = 0.
   */
  public static double thickness(double area, double perimeter) {
    double discriminant = perimeter * perimeter - 16 * area;
    return discriminant > 0
        ? 4 * area / (perimeter + Math.sqrt(discriminant))
        : Math.sqrt(Math.max(area, 0));
  }
}
