package dev.groma.engine.rooms.classify;

import dev.groma.engine.rooms.flat.IntSort;

/**
 * Finds how thick the walls of a double-line plan are, without knowing its scale.
 *
 * <p>Faces are sorted by thickness; every place between two of them is a candidate for the border
 * between walls and rooms. It is admissible when the thin side lines the thick side nearly all
 * round, and is thin beside it. Of the admissible places at which the lining is (nearly) fullest,
 * the one with the widest gap between thinnest room and thickest wall is taken. A plan without an
 * admissible place is drawn with single lines.
 *
 * <p>On the double-line plans of {@code shared/data/rooms/resplan} the walls are within 1 % of each
 * other and rooms 6 times as thick or more. Linear but for the sort.
 */
final class ThicknessLimit {

  /**
   * Share of the rooms' boundary that must be lined. Chosen: real double-line plans have 1.0, less
   * only where doors or windows are single lines; a corridor with rooms on both sides lines a
   * third.
   */
  static final double MIN_LINING = 0.75;

  /** Lining below the best by less than this counts as the best: a few walls drawn single. */
  private static final double LINING_SLACK = 0.05;

  /**
   * Thickest wall over mean thickness of rooms. Chosen: walls of dwellings have 0.03 to 0.2; aisles
   * around stalls, the single-line look-alike of a wall, start at a third.
   */
  private static final double MAX_RELATIVE = 0.25;

  /** Elongation of a plan that consists of strips only: a wall 0.2 m thick and 4 m long. Chosen. */
  private static final double STRIP = 20;

  private ThicknessLimit() {}

  /**
   * A thickness between the walls' and the rooms'; 0 when the plan is drawn with single lines.
   *
   * @param cap no wall is thicker than this; infinite when the scale is unknown
   */
  static double derive(FaceTable table, double cap) {
    int count = table.count();
    if (isStripsOnly(table, cap)) {
      double thickest = 0;
      for (int face = 0; face < count; face++) {
        thickest = Math.max(thickest, table.thickness(face));
      }
      return thickest;
    }
    int[] order = new int[count];
    for (int face = 0; face < count; face++) {
      order[face] = face;
    }
    IntSort.sort(
        order, 0, count, (first, second) -> sortKey(table, first) < sortKey(table, second));
    boolean[] isAdmissible = new boolean[count + 1];
    double[] lining = admissibleLinings(table, order, cap, isAdmissible);
    double fullest = 0;
    for (int thin = 1; thin < count; thin++) {
      fullest = isAdmissible[thin] ? Math.max(fullest, lining[thin]) : fullest;
    }
    double limit = 0;
    double widest = 1;
    for (int thin = 1; thin < count; thin++) {
      double thickestWall = table.thickness(order[thin - 1]);
      double thinnestRoom = table.thickness(order[thin]);
      if (isAdmissible[thin]
          && lining[thin] >= fullest - LINING_SLACK
          && thinnestRoom > widest * thickestWall) {
        widest = thinnestRoom / thickestWall;
        limit = Math.sqrt(thickestWall * thinnestRoom);
      }
    }
    return Math.min(limit, cap);
  }

  private static double sortKey(FaceTable table, int face) {
    return table.isBetweenCentreLines(face) ? Double.POSITIVE_INFINITY : table.thickness(face);
  }

  /** Per number of thin faces, which share of the other faces' boundary lies against them. */
  private static double[] admissibleLinings(
      FaceTable table, int[] order, double cap, boolean[] isAdmissible) {
    int count = order.length;
    int[] rank = new int[count];
    for (int i = 0; i < count; i++) {
      rank[order[i]] = i;
    }
    double[] change = new double[count + 1];
    table.visitContacts((first, second, length) -> {
      change[Math.min(rank[first], rank[second]) + 1] += length;
      change[Math.max(rank[first], rank[second]) + 1] -= length;
    });
    double[] lining = new double[count + 1];
    double against = 0;
    for (int thin = 1; thin < count; thin++) {
      against += change[thin];
      lining[thin] = against;
    }
    double perimeter = 0;
    double weighted = 0;
    for (int thin = count - 1; thin > 0; thin--) {
      int thinnestRoom = order[thin];
      int thickestWall = order[thin - 1];
      perimeter += table.sizes().perimeter(thinnestRoom);
      weighted += table.sizes().perimeter(thinnestRoom) * table.thickness(thinnestRoom);
      lining[thin] /= perimeter;
      isAdmissible[thin] =
          !table.isBetweenCentreLines(thickestWall)
              && table.thickness(thickestWall) <= cap
              && table.thickness(thickestWall) <= MAX_RELATIVE * weighted / perimeter
              && lining[thin] >= MIN_LINING;
    }
    return lining;
  }

  private static boolean isStripsOnly(FaceTable table, double cap) {
    for (int face = 0; face < table.count(); face++) {
      double elongation =
          FaceTable.elongation(table.sizes().area(face), table.sizes().perimeter(face));
      if (elongation < STRIP || table.thickness(face) > cap || table.isBetweenCentreLines(face)) {
        return false;
      }
    }
    return table.count() > 0;
  }
}
