package dev.groma.engine.sitefit.output;

import dev.groma.engine.sitefit.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a placement is best at among its peers. */
final class Tags {

  private Tags() {}

  static List<String> of(List<Placement> placements, int index) {
    List<String> tags = new ArrayList<>();
    if (index == 0) {
      tags.add("best");
    }
    add(tags, "mostClearance", placements, index, placement -> placement.metrics().clearance());
    add(
        tags,
        "largestGarden",
        placements,
        index,
        placement -> placement.metrics().garden().radius());
    add(tags, "bestOrientation", placements, index, placement -> placement.terms().orientation());
    return tags;
  }

  private static void add(
      List<String> tags,
      String tag,
      List<Placement> placements,
      int index,
      ToDoubleFunction<Placement> value) {
    double here = value.applyAsDouble(placements.get(index));
    if (placements.stream().mapToDouble(value).max().orElse(here) == here) {
      tags.add(tag);
    }
  }
}
