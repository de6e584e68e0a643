package dev.groma.engine.rooms;

/**
 * The size of a face.
 *
 * @param area shell minus holes, square plan units
 * @param perimeter shell and holes together, plan units
 * @param boundingBox of the shell
 */
public record Measures(double area, double perimeter, Box boundingBox) {

  /**
   * How thick a face would be if it were the body of walls: the t for which area = t perimeter / 2
   * + (holes - 1) t^2.
   *
   * <p>That holds exactly for lines thickened by t / 2 to both sides with mitred right-angled
   * corners: a strip (where t is the short side of the rectangle with this area and this
   * perimeter), a ring, a whole storey's walls in one piece. Unlike 2 area / perimeter it does not
   * halve a square. Where there is no such t (a shape rounder than a square), the side of the
   * square with this area.
   *
   * @param holes how many holes the face has
   */
  public static double thickness(double area, double perimeter, int holes) {
    double discriminant = perimeter * perimeter + 16 * (holes - 1) * area;
    return discriminant > 0
        ? 4 * area / (perimeter + Math.sqrt(discriminant))
        : Math.sqrt(Math.max(area, 0));
  }
}
