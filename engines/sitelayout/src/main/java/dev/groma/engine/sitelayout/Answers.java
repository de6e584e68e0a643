package dev.groma.engine.sitelayout;

import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.placement.Placement;
import dev.groma.engine.sitelayout.placement.Program;
import dev.groma.engine.sitelayout.placement.Shortfall;
import dev.groma.engine.sitelayout.roads.Network;
import org.jspecify.annotations.Nullable;

/** Weighs what was reached against what was asked for. */
final class Answers {

  private Answers() {}

  static Answer of(Program program, Placement placement, Network network) {
    double connected =
        placement.assets().stream()
            .filter(asset -> network.reaches(asset.id()))
            .mapToDouble(asset -> asset.type().capacityKw())
            .sum();
    return new Answer(
        program.targetKw(),
        placement.capacityKw(),
        connected,
        placement.shortfalls(),
        cause(program, placement, network, connected));
  }

  /** Places missing bind first, then roads: an asset without a place needs no road. */
  private static Shortfall.@Nullable Cause cause(
      Program program, Placement placement, Network network, double connected) {
    if (!placement.shortfalls().isEmpty()) {
      return placement.shortfalls().getLast().cause();
    }
    boolean allReached = placement.assets().stream().map(Asset::id).allMatch(network::reaches);
    boolean met = connected >= program.targetKw() - 1e-6;
    return allReached && met ? null : Shortfall.Cause.ACCESS;
  }
}
