package dev.groma.engine.geotiff;

import java.util.Arrays;

/** Byte-oriented run-length encoding, TIFF 6.0 section 9. */
final class PackBits {

  private PackBits() {}

  static int decode(byte[] encoded, byte[] into) {
    int from = 0;
    int to = 0;
    while (from < encoded.length && to < into.length) {
      int header = encoded[from++];
      if (header >= 0) {
        int length = Math.min(header + 1, Math.min(encoded.length - from, into.length - to));
        System.arraycopy(encoded, from, into, to, length);
        from += length;
        to += length;
      } else if (header != -128 && from < encoded.length) {
        int length = Math.min(1 - header, into.length - to);
        Arrays.fill(into, to, to + length, encoded[from++]);
        to += length;
      }
    }
    return to;
  }
}
