package dev.groma.engine.kml;

/**
 * What a document may ask of us before it is refused.
 *
 * @param maxBytes of the text, after unpacking
 * @param maxDepth nesting of elements
 * @param maxPlacemarks of the document
 * @param maxPositions in all geometries together
 * @param maxRings in all polygons together
 */
public record KmlLimits(
    int maxBytes, int maxDepth, int maxPlacemarks, int maxPositions, int maxRings) {

  /** 64 MiB, depth 64, 100,000 placemarks, a million positions, 10,000 rings; chosen. */
  public static final KmlLimits DEFAULT = new KmlLimits(64 << 20, 64, 100_000, 1_000_000, 10_000);

  public KmlLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxPlacemarks < 1 || maxPositions < 1 || maxRings < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}
