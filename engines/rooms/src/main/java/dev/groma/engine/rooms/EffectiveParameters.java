package dev.groma.engine.rooms;

/**
 * The parameters as they were applied.
 *
 * @param given as asked for
 * @param snapTolerance what was snapped in effect, plan units: the given one and the noise of the
 *     coordinates
 * @param maxWallThickness faces up to this thick were taken for wall bodies, plan units; 0 for none
 * @param wallThicknessSource where that number comes from
 */
public record EffectiveParameters(
    RoomParameters given,
    double snapTolerance,
    double maxWallThickness,
    WallThicknessSource wallThicknessSource) {

  /** Where the wall thickness limit comes from. */
  public enum WallThicknessSource {
    /** It was asked for. */
    GIVEN,
    /** The plan is drawn with double lines: its thin faces line its rooms. */
    DERIVED,
    /** The plan is drawn with single lines, so there are no wall bodies. */
    SINGLE_LINE
  }
}
