package dev.groma.engine.sitelayout;

import dev.groma.engine.sitelayout.placement.Shortfall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the site holds what was asked for.
 *
 * @param targetKw capacity asked for; 0 for none
 * @param placedKw capacity of all assets that have a place
 * @param connectedKw capacity of those that a road reaches: what counts
 * @param shortfalls kinds of which there are fewer than wanted
 * @param cause what binds, where something is missing
 */
public record Answer(
    double targetKw,
    double placedKw,
    double connectedKw,
    List<Shortfall> shortfalls,
    Shortfall.@Nullable Cause cause) {

  public Answer {
    shortfalls = List.copyOf(shortfalls);
  }

  /** Whether the target is reached by assets that a road reaches; true where there is none. */
  public boolean targetMet() {
    return connectedKw >= targetKw - 1e-6;
  }
}
