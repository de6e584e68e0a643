package dev.groma.engine.sitelayout.roads;

/**
 * What a road has to be like.
 *
 * @param width across, in metres
 * @param maxGradePercent steepest grade of a finished road
 * @param impassablePercent ground steeper than this along the road is not built on
 * @param minRadius of bends, in metres
 * @param gradeWeight k in the cost L (1 + k (g / gmax)^2) of a length L at grade g
 */
public record RoadRules(
    double width,
    double maxGradePercent,
    double impassablePercent,
    double minRadius,
    double gradeWeight) {

  /**
   * Two-way access roads of solar and wind sites: 8 m wide for oversize loads, 10 % as the grade
   * that loaded lorries still climb on gravel, 25 m as the radius of their outer wheel; beyond 18 %
   * cuts get so deep that another way is cheaper. With weight 4 a metre at the steepest grade costs
   * as much as five on the level: chosen so that roads follow contours until the detour exceeds
   * that.
   */
  public static final RoadRules DEFAULT = new RoadRules(8, 10, 18, 25, 4);

  public RoadRules {
    if (!(width > 0 && maxGradePercent > 0 && minRadius >= 0 && gradeWeight >= 0)) {
      throw new IllegalArgumentException("width and grade must be above 0");
    }
    if (!(impassablePercent >= maxGradePercent)) {
      throw new IllegalArgumentException(
          "impassable (" + impassablePercent + " %) must be at least the steepest grade");
    }
  }
}
