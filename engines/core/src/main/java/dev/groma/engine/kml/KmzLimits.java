package dev.groma.engine.kml;

/**
 * What an archive may ask of us before it is refused.
 *
 * @param maxEntries up to and with the document
 * @param maxInflatedBytes of all these entries together, directories included
 * @param maxRatio inflated bytes over the bytes of the archive
 */
public record KmzLimits(int maxEntries, long maxInflatedBytes, int maxRatio) {

  /** 200 entries, 200 MB, a hundredfold; text in KML shrinks to a tenth. Chosen. */
  public static final KmzLimits DEFAULT = new KmzLimits(200, 200_000_000, 100);
}
