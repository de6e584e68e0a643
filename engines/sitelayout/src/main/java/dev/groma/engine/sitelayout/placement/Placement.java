package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.Asset;
import java.util.List;

/**
 * Where everything stands.
 *
 * @param assets the fixed ones first, then in the order in which they were placed
 * @param shortfalls one per kind of which there are fewer than wanted
 */
public record Placement(List<Asset> assets, List<Shortfall> shortfalls) {

  public Placement {
    assets = List.copyOf(assets);
    shortfalls = List.copyOf(shortfalls);
  }

  /** Sum of the capacities in kW. */
  public double capacityKw() {
    return assets.stream().mapToDouble(asset -> asset.type().capacityKw()).sum();
  }
}
