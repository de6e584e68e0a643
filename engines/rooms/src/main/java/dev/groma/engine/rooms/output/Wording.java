package dev.groma.engine.rooms.output;

import dev.groma.engine.number.Decimals;
import dev.groma.engine.rooms.Diagnostic;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.LengthUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words and numbers on a drawing, as short as a person wants them. */
final class Wording {

  private static final String DOT = " \u00b7 ";

  private Wording() {}

  /**
   * An area given in square units, in square metres, or in square pixels for a plan without scale.
   */
  static String area(double area, LengthUnit unit) {
    double metres = unit.metres().orElse(1);
    return number(area * metres * metres) + (unit.metres().isPresent() ? " m\u00b2" : " px\u00b2");
  }

  /**
   * One place for rooms of the usual size, else three digits or all that stand before the point.
   */
  private static String number(double value) {
    if (value == 0) {
      return "0";
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
    int places = value >= 1 && value < 1000 ? 1 : Math.clamp(2 - magnitude, 0, 15);
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  /** A length in four digits, or all that stand before the point. */
  static String length(double length) {
    int magnitude = length > 0 ? (int) Math.floor(Math.log10(length)) : 0;
    return new Decimals(Math.clamp(3 - magnitude, 0, 15)).format(length);
  }

  /** Such as {@code 7 rooms, 84.2 m2}. */
  static String title(FloorPlan plan, LengthUnit unit) {
    long rooms = plan.of(FaceKind.ROOM).count();
    if (rooms == 0) {
      return "No rooms found";
    }
    return count(rooms, "room", "rooms") + DOT + area(plan.totals().roomArea(), unit);
  }

  /** Such as {@code confidence 97 %, 2 loose ends, 1 gap closed}. */
  static String subtitle(FloorPlan plan) {
    List<String> parts = new ArrayList<>();
    Double confidence = plan.totals().confidence();
    if (confidence != null) {
      // Rounded down: 100 % stands for nothing assumed that the files would show.
      int percent = (int) (PlanFrame.SHARE.round(confidence) * 100);
      parts.add("confidence " + percent + " %");
    }
    add(parts, plan.of(FaceKind.WALL_BODY).count(), "wall body", "wall bodies");
    add(parts, plan.of(FaceKind.TOO_SMALL).count(), "face too small", "faces too small");
    add(parts, plan.of(Diagnostic.Kind.DANGLE).count(), "loose end", "loose ends");
    add(parts, plan.of(Diagnostic.Kind.CUT).count(), "cut edge", "cut edges");
    add(parts, plan.of(Diagnostic.Kind.BRIDGE).count(), "gap closed", "gaps closed");
    add(parts, plan.of(Diagnostic.Kind.INVALID_RING).count(), "invalid ring", "invalid rings");
    return parts.isEmpty() ? "the walls enclose nothing" : String.join(DOT, parts);
  }

  private static void add(List<String> parts, long count, String one, String many) {
    if (count > 0) {
      parts.add(count(count, one, many));
    }
  }

  private static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d ", count) + (count == 1 ? one : many);
  }
}
