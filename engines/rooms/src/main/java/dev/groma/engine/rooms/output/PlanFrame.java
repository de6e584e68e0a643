package dev.groma.engine.rooms.output;

import dev.groma.engine.geojson.GeoJsonWriter;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.number.Precision;
import dev.groma.engine.rooms.EffectiveParameters;
import dev.groma.engine.rooms.LengthUnit;
import dev.groma.engine.rooms.WallPlan;
import java.io.IOException;

/**
 * What the coordinates of a plan mean and how they are written.
 *
 * @param bounds around all walls
 * @param precision of lengths and areas
 * @param effective the parameters as applied
 */
record PlanFrame(Bounds bounds, Precision precision, EffectiveParameters effective) {

  /** Confidences and their terms: a hundredth of a percent. */
  static final Decimals SHARE = new Decimals(4);

  static PlanFrame of(WallPlan plan, EffectiveParameters effective) {
    Bounds bounds = bounds(plan);
    double step = step(effective.given().unit());
    double tolerance = effective.given().snapTolerance();
    if (tolerance > 0) {
      // Points that the drawer keeps apart stay apart.
      step = Math.min(step, Math.pow(10, Math.floor(Math.log10(tolerance / 10))));
    }
    Precision precision = Precision.of(step, bounds.extent(), bounds.farthest());
    return new PlanFrame(bounds, precision, effective);
  }

  LengthUnit unit() {
    return effective.given().unit();
  }

  /** A tenth of a millimetre or the power of ten below it; a thousandth of a pixel. */
  private static double step(LengthUnit unit) {
    return switch (unit) {
      case METRE, FOOT -> 1e-4;
      case INCH, PIXEL -> 1e-3;
      case CENTIMETRE -> 1e-2;
      case MILLIMETRE -> 1e-1;
    };
  }

  private static Bounds bounds(WallPlan plan) {
    if (plan.segmentCount() == 0) {
      return new Bounds(0, 0, 0, 0);
    }
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < plan.segmentCount(); s++) {
      minX = Math.min(minX, Math.min(plan.x1(s), plan.x2(s)));
      minY = Math.min(minY, Math.min(plan.y1(s), plan.y2(s)));
      maxX = Math.max(maxX, Math.max(plan.x1(s), plan.x2(s)));
      maxY = Math.max(maxY, Math.max(plan.y1(s), plan.y2(s)));
    }
    return new Bounds(minX, minY, maxX, maxY);
  }

  /** The members that head both GeoJSON files. */
  void writeHead(GeoJsonWriter json) throws IOException {
    json.object(
        "plan",
        plan ->
            plan.member("unit", unit().symbol())
                .member("crs", "none: x to the right, y up, in the plan's unit")
                .number("lengthStep", precision.lengthStep(), precision.lengths())
                .number("areaStep", precision.areaStep(), precision.areas()));
    json.object(
        "parameters",
        parameters ->
            parameters
                .length("snapTolerance", effective.given().snapTolerance())
                .length("doorGapMax", effective.given().doorGapMax())
                .area("minRoomArea", effective.given().minRoomArea())
                .length("maxWallThickness", effective.maxWallThickness())
                .member("maxWallThicknessSource", source(effective.wallThicknessSource())));
  }

  private static String source(EffectiveParameters.WallThicknessSource source) {
    return switch (source) {
      case GIVEN -> "given";
      case DERIVED -> "derived from the plan's double lines";
      case SINGLE_LINE -> "none: the plan is drawn with single lines";
    };
  }
}
