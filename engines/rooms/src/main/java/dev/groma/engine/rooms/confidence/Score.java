package dev.groma.engine.rooms.confidence;

import dev.groma.engine.rooms.Confidence;

/**
 * Confidence from its terms: a product, one factor for each term, so that every flaw counts and
 * none can be made good by another.
 *
 * <p>score = (1 - 0.1 (1 - exactShare)) (1 - 0.3 snapDistance) (1 - 0.6 virtualShare) (1 - 0.3
 * dangleShare). The weights are chosen: that something was snapped matters little, how far matters
 * more; a boundary that is not drawn at all is worth less than half; walls that end inside hint at
 * a boundary that was meant and missed.
 */
final class Score {

  private static final double SNAPPED = 0.1;
  private static final double SNAP_DISTANCE = 0.3;
  private static final double VIRTUAL = 0.6;
  private static final double DANGLES = 0.3;

  private Score() {}

  /** All terms between 0 and 1. */
  static Confidence of(
      double exactShare, double snapDistance, double virtualShare, double dangleShare) {
    double score =
        (1 - SNAPPED * (1 - exactShare))
            * (1 - SNAP_DISTANCE * snapDistance)
            * (1 - VIRTUAL * virtualShare)
            * (1 - DANGLES * dangleShare);
    return new Confidence(score, exactShare, snapDistance, virtualShare, dangleShare);
  }
}
