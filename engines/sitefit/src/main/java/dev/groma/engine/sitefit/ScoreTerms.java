package dev.groma.engine.sitefit;

import org.jspecify.annotations.Nullable;

/**
 * The terms of a score, each 0 (worst) to 1 (best).
 *
 * @param clearance over the largest that any placement could have
 * @param orientation of the best side to true south, each weighed by its length over the longest's
 * @param street 1 as near to the street as its setback allows, 0 as far as the parcel reaches; null
 *     without a street
 * @param garden radius of the largest free circle over that of the empty parcel
 * @param parallelism of the best pair of house side and parcel edge, weighed by their lengths
 */
public record ScoreTerms(
    double clearance,
    double orientation,
    @Nullable Double street,
    double garden,
    double parallelism) {

  /** The weighted sum; the weights' sum is 1. */
  public double score(Weights weights) {
    return weights.clearance() * clearance
        + weights.orientation() * orientation
        + weights.street() * (street == null ? 0 : street)
        + weights.garden() * garden
        + weights.parallelism() * parallelism;
  }
}
