package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import dev.groma.engine.terrain.GridFrame;
import java.io.IOException;

/** Where the pixels lie, from the tags of GeoTIFF (OGC 19-008, 7.2 and 7.4). */
final class Georeference {

  private static final int MOST_TIE_POINTS = 1 << 16;

  private Georeference() {}

  static GridFrame frame(Ifd ifd, Layout layout, boolean pixelIsPoint)
      throws IOException, BadInputException {
    // The centre of the first pixel, in the raster space that the tags speak of.
    double centre = pixelIsPoint ? 0 : 0.5;
    if (ifd.has(Tag.ModelPixelScale) && ifd.has(Tag.ModelTiepoint)) {
      double[] scale = numbers(ifd, Tag.ModelPixelScale, 2, 16);
      double[] tie = numbers(ifd, Tag.ModelTiepoint, 6, 6 * MOST_TIE_POINTS);
      return frame(
          layout,
          tie[3] + (centre - tie[0]) * scale[0],
          tie[4] - (centre - tie[1]) * scale[1],
          scale[0],
          scale[1],
          Tag.ModelPixelScale);
    }
    if (ifd.has(Tag.ModelTransformation)) {
      double[] matrix = numbers(ifd, Tag.ModelTransformation, 16, 16);
      if (matrix[1] != 0 || matrix[4] != 0 || matrix[0] <= 0 || matrix[5] >= 0) {
        throw TiffRefusal.at(
            Tag.ModelTransformation.name(),
            "is turned, sheared or mirrored; make the rows run east and the columns south with"
                + " gdalwarp");
      }
      return frame(
          layout,
          matrix[3] + centre * matrix[0],
          matrix[7] + centre * matrix[5],
          matrix[0],
          -matrix[5],
          Tag.ModelTransformation);
    }
    throw TiffRefusal.at(
        "",
        "does not say where it lies%s; write it as a GeoTIFF with a coordinate system, such as by"
            + " gdalwarp -t_srs",
        ifd.has(Tag.ModelTiepoint) ? ", only names control points" : "");
  }

  private static double[] numbers(Ifd ifd, Tag tag, int least, int most)
      throws IOException, BadInputException {
    double[] numbers = ifd.doubles(tag, most);
    if (numbers.length < least) {
      throw TiffRefusal.at(tag.name(), "has %d of %d numbers", numbers.length, least);
    }
    return numbers;
  }

  private static GridFrame frame(
      Layout layout, double x, double y, double cellWidth, double cellHeight, Tag tag)
      throws BadInputException {
    try {
      return new GridFrame(layout.columns(), layout.rows(), x, y, cellWidth, cellHeight);
    } catch (IllegalArgumentException impossible) {
      throw TiffRefusal.at(tag.name(), "%s", String.valueOf(impossible.getMessage()));
    }
  }
}
