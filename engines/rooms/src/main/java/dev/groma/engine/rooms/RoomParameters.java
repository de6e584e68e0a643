package dev.groma.engine.rooms;

import dev.groma.engine.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How rooms are to be found. Lengths are in {@link #unit()}, areas in its square.
 *
 * @param unit of the plan's coordinates
 * @param snapTolerance ends this near to another end or to a wall meet it; 0 leaves only the noise
 *     of the numbers themselves (a few hundred units in the last place) to be snapped
 * @param doorGapMax gaps up to this width between wall ends are closed by virtual walls; 0 closes
 *     none
 * @param minRoomArea a room smaller than this is reported as too small; 0 keeps every room
 * @param maxWallThickness a face up to this thick is a wall body, 0 says that there are none; null
 *     derives it from the plan: see {@link RoomDetector}
 */
public record RoomParameters(
    LengthUnit unit,
    double snapTolerance,
    double doorGapMax,
    double minRoomArea,
    @Nullable Double maxWallThickness) {

  /**
   * 10 mm: drawings by hand and by tracing miss each other by millimetres, and the thinnest wall
   * anyone draws double is 50 mm.
   */
  public static final double DEFAULT_SNAP_METRES = 0.01;

  /** Above 1 m whole rooms would be snapped away. */
  public static final double LARGEST_SNAP_METRES = 1.0;

  /** 20 m: the widest gate; more would close courtyards that are open. */
  public static final double LARGEST_DOOR_GAP_METRES = 20.0;

  /** 10 m: the walls of fortresses. */
  public static final double LARGEST_WALL_METRES = 10.0;

  public RoomParameters {
    List<Problem> problems =
        problems(unit, snapTolerance, doorGapMax, minRoomArea, maxWallThickness);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().map(Problem::describe).collect(Collectors.joining("; ")));
    }
  }

  /** Every parameter but the unit by default: snapping at 10 mm (px: at noise), no bridging. */
  public static RoomParameters defaults(LengthUnit unit) {
    return new RoomParameters(unit, defaultSnapTolerance(unit), 0, 0, null);
  }

  /** {@link #DEFAULT_SNAP_METRES} in this unit; 0 where the unit's size is unknown. */
  public static double defaultSnapTolerance(LengthUnit unit) {
    return unit.metres().isPresent() ? DEFAULT_SNAP_METRES / unit.metres().getAsDouble() : 0;
  }

  /**
   * What is out of range, each at the parameter's name; empty when {@code new RoomParameters} with
   * the same values succeeds.
   */
  public static List<Problem> problems(
      LengthUnit unit,
      double snapTolerance,
      double doorGapMax,
      double minRoomArea,
      @Nullable Double maxWallThickness) {
    List<Problem> problems = new ArrayList<>();
    checkLength(problems, "snapTolerance", snapTolerance, LARGEST_SNAP_METRES, unit);
    checkLength(problems, "doorGapMax", doorGapMax, LARGEST_DOOR_GAP_METRES, unit);
    if (doorGapMax > 0 && doorGapMax <= snapTolerance) {
      problems.add(
          Problem.at(
              "doorGapMax",
              "must be 0 (close no gaps) or more than snapTolerance, which already closes gaps up to "
                  + snapTolerance
                  + " "
                  + unit.symbol()
                  + ", not "
                  + doorGapMax));
    }
    if (!(minRoomArea >= 0 && minRoomArea < Double.POSITIVE_INFINITY)) {
      problems.add(
          Problem.at("minRoomArea", "must be a finite area of at least 0, not " + minRoomArea));
    }
    if (maxWallThickness != null) {
      checkLength(problems, "maxWallThickness", maxWallThickness, LARGEST_WALL_METRES, unit);
    }
    return problems;
  }

  private static void checkLength(
      List<Problem> problems, String name, double value, double largestMetres, LengthUnit unit) {
    double largest =
        unit.metres().isPresent() ? largestMetres / unit.metres().getAsDouble() : Double.MAX_VALUE;
    if (!(value >= 0 && value <= largest)) {
      String bound =
          unit.metres().isPresent() ? "between 0 and " + largest + " " : "finite and at least 0 ";
      problems.add(Problem.at(name, "must be " + bound + unit.symbol() + ", not " + value));
    }
  }
}
