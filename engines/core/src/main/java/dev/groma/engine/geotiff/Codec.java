package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;

/** The compressions that are read. */
enum Codec {
  NONE,
  LZW,
  DEFLATE,
  PACKBITS;

  static Codec of(long number) throws BadInputException {
    return switch ((int) number) {
      case 1 -> NONE;
      case 5 -> LZW;
      case 8, 32946 -> DEFLATE;
      case 32773 -> PACKBITS;
      default ->
          throw TiffRefusal.at(
              "Compression",
              "%s is not read; LZW, DEFLATE and PackBits are: convert with gdal_translate -co"
                  + " COMPRESS=DEFLATE",
              name((int) number));
    };
  }

  private static String name(int number) {
    return switch (number) {
      case 2, 3, 4 -> "CCITT fax compression";
      case 6, 7 -> "JPEG compression";
      case 34712 -> "JPEG 2000 compression";
      case 34887 -> "LERC compression";
      case 34925 -> "LZMA compression";
      case 50000 -> "ZSTD compression";
      case 50001 -> "WebP compression";
      case 50002, 52546 -> "JPEG XL compression";
      default -> "compression number " + number;
    };
  }

  /**
   * Decodes a block that is compressed.
   *
   * @param into filled from its start
   * @return how many bytes were written, at most all; less when the data end early
   * @throws CorruptBlockException when the data cannot be decoded
   */
  int decode(byte[] encoded, byte[] into) throws CorruptBlockException {
    return switch (this) {
      case NONE -> throw new IllegalStateException("not compressed");
      case LZW -> new LzwDecoder(encoded, into).decode();
      case DEFLATE -> Inflate.decode(encoded, into);
      case PACKBITS -> PackBits.decode(encoded, into);
    };
  }
}
