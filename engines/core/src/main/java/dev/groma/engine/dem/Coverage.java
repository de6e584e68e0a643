package dev.groma.engine.dem;

import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.number.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * By how much a model falls short of a site's box.
 *
 * @param west metres that are missing there, 0 where none are; likewise the others
 * @param share of the box that is covered, 0 to 1
 */
public record Coverage(double west, double south, double east, double north, double share) {

  private static final Decimals METRES = new Decimals(1);

  /**
   * Of a site by a model, both in the model's coordinate system.
   *
   * @param metresPerX how long a unit of x is there
   * @param metresPerY how long a unit of y is there
   */
  static Coverage of(Bounds model, Bounds site, double metresPerX, double metresPerY) {
    double width = Math.min(model.maxX(), site.maxX()) - Math.max(model.minX(), site.minX());
    double height = Math.min(model.maxY(), site.maxY()) - Math.max(model.minY(), site.minY());
    return new Coverage(
        Math.max(0, model.minX() - site.minX()) * metresPerX,
        Math.max(0, model.minY() - site.minY()) * metresPerY,
        Math.max(0, site.maxX() - model.maxX()) * metresPerX,
        Math.max(0, site.maxY() - model.maxY()) * metresPerY,
        share(width, site.width()) * share(height, site.height()));
  }

  private static double share(double covered, double whole) {
    return whole > 0 ? Math.clamp(covered / whole, 0, 1) : covered >= 0 ? 1 : 0;
  }

  /** Whether nothing is missing. */
  public boolean isComplete() {
    return west + south + east + north == 0;
  }

  /** {@code covers 83 % of the site's box: 120.5 m are missing in the west}. */
  public String describe() {
    List<String> missing = new ArrayList<>();
    add(missing, west, "west");
    add(missing, south, "south");
    add(missing, east, "east");
    add(missing, north, "north");
    String percent = new Decimals(1).format(Math.floor(share * 1000) / 10);
    return "covers "
        + percent
        + " % of the site's box"
        + (missing.isEmpty() ? "" : ": missing are " + String.join(", ", missing));
  }

  private static void add(List<String> missing, double metres, String side) {
    if (metres > 0) {
      missing.add(METRES.format(metres) + " m in the " + side);
    }
  }
}
