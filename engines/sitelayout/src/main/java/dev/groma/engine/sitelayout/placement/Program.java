package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.AssetType;
import java.util.List;

/**
 * What is to be built.
 *
 * @param counted assets of which the user wants so many
 * @param filling kinds that generate, to be placed until the target is reached
 * @param targetKw capacity to reach, in kW; 0 for none
 */
public record Program(List<Wanted> counted, List<AssetType> filling, double targetKw) {

  public Program {
    counted = List.copyOf(counted);
    filling = List.copyOf(filling);
  }

  /** So many assets of a kind; at least 0. */
  public record Wanted(AssetType type, int count) {}
}
