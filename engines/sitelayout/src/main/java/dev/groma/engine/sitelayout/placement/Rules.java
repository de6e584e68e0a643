package dev.groma.engine.sitelayout.placement;

/**
 * What holds for all assets.
 *
 * @param exclusionBuffer distance to exclusions, in metres, at least 0
 */
public record Rules(double exclusionBuffer) {

  public Rules {
    if (!(exclusionBuffer >= 0 && exclusionBuffer < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "exclusionBuffer must be at least 0, was " + exclusionBuffer);
    }
  }
}
