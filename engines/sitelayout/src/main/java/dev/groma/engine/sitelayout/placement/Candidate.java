package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.sitelayout.asset.Footprint;
import java.util.Comparator;

/**
 * A place where an asset may stand as far as the site is concerned.
 *
 * @param footprint the place
 * @param cost what speaks against it: see {@link Cost}; lower is better
 */
record Candidate(Footprint footprint, double cost) {

  /** The best first; among equals the south-western, the least turned. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::cost)
          .thenComparingDouble(candidate -> candidate.footprint().y())
          .thenComparingDouble(candidate -> candidate.footprint().x())
          .thenComparingDouble(candidate -> candidate.footprint().degrees());
}
