package dev.groma.engine.json;

/**
 * What a document may ask of us before it is refused.
 *
 * @param maxBytes length of the text in bytes; checked before the first byte is read
 * @param maxDepth nesting of objects and arrays
 * @param maxStringLength length of one string in UTF-16 units
 */
public record JsonLimits(long maxBytes, int maxDepth, int maxStringLength) {

  /** 64 MiB of text (about 800,000 walls), depth 64, strings of 1 Mi characters; chosen. */
  public static final JsonLimits DEFAULT = new JsonLimits(64L << 20, 64, 1 << 20);

  public JsonLimits {
    if (maxBytes < 1 || maxDepth < 1 || maxStringLength < 1) {
      throw new IllegalArgumentException("limits must be at least 1");
    }
  }
}
