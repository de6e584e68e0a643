package dev.groma.engine.sitelayout;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.roads.Network;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A site laid out.
 *
 * @param site as it was given
 * @param ground in its full resolution
 * @param grid at working resolution
 * @param assets every asset that has a place
 * @param pads the levelled ones with their elevations, in the order of the assets
 * @param network roads
 * @param earthworks volumes of pads, in the order of {@code pads}, and of roads
 * @param answer whether that is what was asked for
 * @param warnings what a person should know
 */
public record Layout(
    Site site,
    Ground ground,
    WorkingGrid grid,
    List<Asset> assets,
    List<Earthworks.Pad> pads,
    Network network,
    Earthworks earthworks,
    Answer answer,
    List<Warning> warnings) {

  public Layout {
    assets = List.copyOf(assets);
    pads = List.copyOf(pads);
    warnings = List.copyOf(warnings);
  }

  /** The same with other warnings. */
  Layout with(List<Warning> others) {
    return new Layout(site, ground, grid, assets, pads, network, earthworks, answer, others);
  }

  /** Elevation of an asset's pad; empty where it has none. */
  public OptionalDouble padElevation(Asset asset) {
    return pads.stream()
        .filter(pad -> pad.asset().id().equals(asset.id()))
        .mapToDouble(Earthworks.Pad::elevation)
        .findFirst();
  }
}
