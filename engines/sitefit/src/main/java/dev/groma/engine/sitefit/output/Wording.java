package dev.groma.engine.sitefit.output;

import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitefit.Infeasible;
import dev.groma.engine.sitefit.Placement;
import java.util.ArrayList;
import java.util.List;

/** The words and numbers on a drawing. */
final class Wording {

  private static final String DOT = " \u00b7 ";
  private static final Decimals ONE = new Decimals(1);
  private static final Decimals TWO = new Decimals(2);

  private Wording() {}

  static String title(Outcome outcome) {
    List<Placement> placements = outcome.fit().placements();
    if (placements.isEmpty()) {
      return "The house does not fit";
    }
    Placement best = placements.getFirst();
    return "The house fits"
        + DOT
        + "score "
        + TWO.format(best.score())
        + DOT
        + ONE.format(best.metrics().clearance())
        + " m clearance";
  }

  static String subtitle(Outcome outcome) {
    Infeasible infeasible = outcome.fit().infeasible();
    if (infeasible != null) {
      return infeasible.statement().replace(" m2", " m\u00b2");
    }
    Placement best = outcome.fit().placements().getFirst();
    List<String> parts = new ArrayList<>();
    parts.add("turned " + ONE.format(best.rotation()) + "\u00b0");
    parts.add("facade to " + Math.round(best.metrics().facade()) + "\u00b0");
    if (best.metrics().streetDistance() != null) {
      parts.add("street " + ONE.format(best.metrics().streetDistance()) + " m");
    }
    parts.add("garden " + ONE.format(2 * best.metrics().garden().radius()) + " m across");
    parts.add(ONE.format(100 * best.metrics().coverageRatio()) + " % covered");
    return String.join(DOT, parts);
  }

  static String tooltip(Placement placement, int index) {
    return "placement "
        + (index + 1)
        + ": score "
        + TWO.format(placement.score())
        + ", clearance "
        + TWO.format(placement.metrics().clearance())
        + " m";
  }

  static String area(Outcome outcome) {
    return ONE.format(outcome.site().house().signedArea()) + " m\u00b2";
  }
}
