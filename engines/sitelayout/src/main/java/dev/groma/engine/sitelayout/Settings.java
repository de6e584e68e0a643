package dev.groma.engine.sitelayout;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Rules;
import dev.groma.engine.sitelayout.roads.RoadRules;
import java.util.List;

/**
 * What to plan and by which rules.
 *
 * @param program what is to be built
 * @param fixed assets that stay where the user put them
 * @param rules for places
 * @param roads for roads
 * @param earthworks for pads and volumes
 * @param error of the elevations
 */
public record Settings(
    Program program,
    List<Fixed> fixed,
    Rules rules,
    RoadRules roads,
    EarthworkRules earthworks,
    DemError error) {

  public Settings {
    fixed = List.copyOf(fixed);
  }

  /** An asset at its place, and how its pad gets its elevation. */
  public record Fixed(Asset asset, PadElevation elevation) {}
}
