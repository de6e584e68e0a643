package dev.groma.engine.sitelayout.output;

import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.Answer;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.earthworks.CutFill;

/** What maps and the report say in words. */
final class MapWording {

  private static final Decimals TENTHS = new Decimals(1);

  private MapWording() {}

  /** Such as {@code 21 MW of 20 MW on 14 assets}. */
  static String title(Layout layout) {
    Answer answer = layout.answer();
    String assets = layout.assets().size() == 1 ? "1 asset" : layout.assets().size() + " assets";
    if (answer.targetKw() == 0) {
      return answer.connectedKw() == 0 ? assets : megawatts(answer.connectedKw()) + ", " + assets;
    }
    String reached = megawatts(answer.connectedKw()) + " of " + megawatts(answer.targetKw());
    return reached + (answer.targetMet() ? ": target met, " : ": target not met, ") + assets;
  }

  /** Such as {@code 3.2 km of road, cut 12,300 m3, fill 12,100 m3}. */
  static String subtitle(Layout layout) {
    CutFill volumes = layout.earthworks().balance().volumes();
    String cause =
        layout.answer().cause() == null
            ? ""
            : ", binding: " + layout.answer().cause().name().toLowerCase(java.util.Locale.ROOT);
    return TENTHS.format(layout.network().length() / 1000)
        + " km of road, cut "
        + grouped(volumes.cut())
        + " m\u00b3, fill "
        + grouped(volumes.fill())
        + " m\u00b3"
        + cause;
  }

  /** A tool tip. */
  static String about(Asset asset, Layout layout) {
    String power = asset.type().generates() ? ", " + megawatts(asset.type().capacityKw()) : "";
    String reached = layout.network().reaches(asset.id()) ? "" : ", no road";
    return asset.id() + power + reached;
  }

  static String megawatts(double kilowatts) {
    return new Decimals(2).format(kilowatts / 1000) + " MW";
  }

  /** Whole, in groups of three. */
  static String grouped(double value) {
    String digits = new Decimals(0).format(value);
    StringBuilder text = new StringBuilder(digits);
    int first = digits.startsWith("-") ? 1 : 0;
    for (int at = digits.length() - 3; at > first; at -= 3) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
