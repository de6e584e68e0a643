package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.io.IOException;
import java.util.Arrays;

/**
 * How the samples of an image lie in the file, checked against the limits.
 *
 * @param columns of the image
 * @param rows of the image
 * @param blockColumns of a tile, or those of the image for strips
 * @param blockRows of a tile or strip
 * @param isTiled whether a block at the border is as large as any other
 * @param pixelSamples samples that lie side by side: those of a pixel, or 1 when bands are apart
 * @param blocks where the blocks of the first band are
 */
record Layout(
    int columns,
    int rows,
    int blockColumns,
    int blockRows,
    boolean isTiled,
    int pixelSamples,
    SampleType type,
    Codec codec,
    Predictor predictor,
    Blocks blocks) {

  /** Bands side by side that are read past. */
  private static final int MOST_BANDS = 64;

  /** Strips or tiles; a plan of 250,000 by 250,000 cells in tiles of 256 has fewer. */
  private static final int MOST_BLOCKS = 1 << 20;

  /** Bytes of one decoded strip or tile; a tile of 4,096 by 4,096 floats. */
  static final int MOST_BLOCK_BYTES = 64 << 20;

  /** Expansion that no block of heights has; the codecs could do no more than a fifth of it. */
  private static final long MOST_EXPANSION = 10_000;

  private static final int LONGEST_SIDE = 1 << 24;

  /** Where the blocks are, row after row. */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Blocks(long[] offsets, long[] byteCounts) {}

  static Layout of(Ifd ifd) throws IOException, BadInputException {
    refuseColours(ifd);
    int columns = ifd.inRange(Tag.ImageWidth, 1, LONGEST_SIDE);
    int rows = ifd.inRange(Tag.ImageLength, 1, LONGEST_SIDE);
    int bands = ifd.has(Tag.SamplesPerPixel) ? ifd.inRange(Tag.SamplesPerPixel, 1, MOST_BANDS) : 1;
    SampleType type = sampleType(ifd);
    Codec codec = Codec.of(ifd.whole(Tag.Compression, 1));
    Predictor predictor =
        codec == Codec.LZW || codec == Codec.DEFLATE
            ? Predictor.of(ifd.whole(Tag.Predictor, 1), type)
            : Predictor.NONE;
    boolean isApart = ifd.whole(Tag.PlanarConfiguration, 1) == 2;
    boolean isTiled = ifd.has(Tag.TileWidth) || ifd.has(Tag.TileOffsets);
    int blockColumns = isTiled ? ifd.inRange(Tag.TileWidth, 1, LONGEST_SIDE) : columns;
    int blockRows =
        isTiled
            ? ifd.inRange(Tag.TileLength, 1, LONGEST_SIDE)
            : (int) Math.clamp(ifd.whole(Tag.RowsPerStrip, rows), 1L, rows);
    long across = Math.ceilDiv(columns, blockColumns);
    long blocks = across * Math.ceilDiv(rows, blockRows);
    Layout layout =
        new Layout(
            columns,
            rows,
            blockColumns,
            blockRows,
            isTiled,
            isApart ? 1 : bands,
            type,
            codec,
            predictor,
            blocks(ifd, isTiled, blocks, isApart ? bands : 1));
    layout.checkBlockSize();
    return layout;
  }

  private static void refuseColours(Ifd ifd) throws IOException, BadInputException {
    long photometric = ifd.whole(Tag.PhotometricInterpretation, 1);
    if (photometric != 0 && photometric != 1) {
      throw TiffRefusal.at(
          "PhotometricInterpretation",
          "is %d: a picture with colours, not heights; give the elevation model itself",
          photometric);
    }
    if (ifd.whole(Tag.FillOrder, 1) != 1) {
      throw TiffRefusal.at("FillOrder", "must be 1; convert with gdal_translate");
    }
  }

  private static SampleType sampleType(Ifd ifd) throws IOException, BadInputException {
    if (!ifd.has(Tag.BitsPerSample)) {
      throw TiffRefusal.at("BitsPerSample", "is missing: an image of 1 bit has no heights");
    }
    long[] bits = ifd.wholes(Tag.BitsPerSample, MOST_BANDS, MOST_BANDS);
    if (Arrays.stream(bits).anyMatch(each -> each != bits[0])) {
      throw TiffRefusal.at("BitsPerSample", "must be the same for all bands");
    }
    return SampleType.of(ifd.whole(Tag.SampleFormat, 1), bits[0]);
  }

  private static Blocks blocks(Ifd ifd, boolean isTiled, long blocks, int bandsApart)
      throws IOException, BadInputException {
    String what = isTiled ? "tiles" : "strips";
    if (blocks > MOST_BLOCKS) {
      throw TiffRefusal.at(
          "", "has %,d %s; up to %,d are read: make them larger", blocks, what, MOST_BLOCKS);
    }
    Tag offsets = isTiled ? Tag.TileOffsets : Tag.StripOffsets;
    Tag counts = isTiled ? Tag.TileByteCounts : Tag.StripByteCounts;
    for (Tag tag : new Tag[] {offsets, counts}) {
      if (ifd.has(tag) && ifd.count(tag) < blocks * bandsApart) {
        throw TiffRefusal.at(
            tag.name(), "has %,d values for %,d %s", ifd.count(tag), blocks * bandsApart, what);
      }
    }
    long most = (long) MOST_BLOCKS * MOST_BANDS;
    return new Blocks(
        ifd.wholes(offsets, most, (int) blocks), ifd.wholes(counts, most, (int) blocks));
  }

  private void checkBlockSize() throws BadInputException {
    long bytes = (long) blockColumns * blockRows * pixelBytes();
    if (codec != Codec.NONE && bytes > MOST_BLOCK_BYTES) {
      throw TiffRefusal.at(
          "",
          "a %s takes %,d bytes decoded, more than the %,d that are read; write the file with"
              + " gdal_translate -co TILED=YES",
          word(),
          bytes,
          MOST_BLOCK_BYTES);
    }
  }

  String word() {
    return isTiled ? "tile" : "strip";
  }

  int pixelBytes() {
    return pixelSamples * type.bytes;
  }

  int blocksAcross() {
    return Math.ceilDiv(columns, blockColumns);
  }

  /** Rows that a block holds: fewer in the last strip. */
  int rowsOf(int blockRow) {
    return isTiled ? blockRows : Math.min(blockRows, rows - blockRow * blockRows);
  }

  /** Whether a block was never written: GDAL's sparse files have such, and mean no data. */
  boolean isAbsent(int block) {
    return blocks.offsets[block] == 0 && blocks.byteCounts[block] == 0;
  }

  /** Length of a compressed block, after a look at what it would expand to. */
  int encodedBytes(int block, int decodedBytes) throws BadInputException {
    long bytes = blocks.byteCounts[block];
    if (bytes < 1 || decodedBytes / bytes > MOST_EXPANSION) {
      throw TiffRefusal.at(
          place(block),
          "has %,d bytes that should expand to %,d, more than the %,d times that are read; the file"
              + " is damaged",
          bytes,
          decodedBytes,
          MOST_EXPANSION);
    }
    if (bytes > 2L * MOST_BLOCK_BYTES) {
      throw TiffRefusal.at(
          place(block), "has %,d bytes; up to %,d are read", bytes, 2L * MOST_BLOCK_BYTES);
    }
    return (int) bytes;
  }

  /** {@code tile 7}, counted from 0. */
  String place(int block) {
    return word() + " " + block;
  }
}
