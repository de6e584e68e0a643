package dev.groma.engine.sitefit.read;

import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.crs.Krovak;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.number.Decimals;
import org.jspecify.annotations.Nullable;

/** Which system a parcel's coordinates are in, and whether a house in metres can stand on it. */
final class ParcelCrs {

  /** By how much a map may stretch lengths before a house of true size does not belong on it. */
  private static final double MOST_STRETCH = 0.01;

  private final ProblemList problems;

  /** Collects what is wrong. */
  ParcelCrs(ProblemList problems) {
    this.problems = problems;
  }

  private void problem(String path, String message) {
    problems.add(Problem.at(path.isEmpty() ? "parcel" : "parcel." + path, message));
  }

  /**
   * Looks the system up.
   *
   * @param ofJob the code that the job names
   * @param ofParcel the code that the parcel's document names
   * @return null without a code, or after a problem
   */
  @Nullable Crs find(@Nullable String ofJob, @Nullable String ofParcel) {
    String code = ofJob == null ? ofParcel : ofJob;
    if (code == null) {
      return null;
    }
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Refused refused -> {
        problem("crs", refused.message());
        yield null;
      }
      case CrsLookup.Found found -> {
        checkSame(found.crs(), ofParcel);
        yield found.crs();
      }
    };
  }

  private void checkSame(Crs crs, @Nullable String named) {
    if (named != null
        && CrsLookup.of(named) instanceof CrsLookup.Found other
        && other.crs().number() != crs.number()) {
      problem(
          "crs", "names " + other.crs().code() + ", the job " + crs.code() + "; make them agree");
    }
  }

  /**
   * Checks that numbers can be what the system says.
   *
   * @param path of the first ring in its document
   */
  void checkAxes(Crs crs, Bounds bounds, String path) {
    Krovak.mixedUpAxes(crs, bounds).ifPresent(words -> problem(path, words));
  }

  /**
   * Checks that the system's unit is the metre, in both directions, at a point.
   *
   * @throws IllegalArgumentException outside of what the system covers
   */
  void checkMetres(Crs crs, double x, double y) {
    String utm = Crs.utmCode(crs.toWgs84(x, y));
    if (crs.isGeographic()) {
      problem("crs", crs.code() + " is in degrees; convert to metres, such as " + utm);
    } else if (Math.abs(crs.metresPerUnit() - 1) > 1e-9) {
      problem("crs", crs.code() + " is not in metres; convert, such as to " + utm);
    } else if (Math.abs(crs.scale(x, y) - 1) > MOST_STRETCH) {
      String percent = new Decimals(1).format(100 * (crs.scale(x, y) - 1));
      problem(
          "crs",
          crs.code()
              + " changes lengths by "
              + percent
              + " % here, so a house in metres does not fit it; convert, such as to "
              + utm);
    }
  }
}
