package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.io.IOException;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;

/**
 * What a sample means.
 *
 * @param noData the sample that stands for no data; NaN where only NaN does
 * @param scale and offset of GDAL's metadata, and the factor of the vertical unit: height = sample
 *     x scale + offset
 * @param offset in metres
 */
record Heights(double noData, double scale, double offset) {

  private static final int LONGEST_NUMBER = 256;
  private static final int LONGEST_METADATA = 1 << 20;

  /**
   * From the tags of GDAL.
   *
   * @param metresPerUnit of the vertical unit
   */
  static Heights of(Ifd ifd, SampleType type, double metresPerUnit)
      throws IOException, BadInputException {
    String noData = ifd.text(Tag.GdalNoData, LONGEST_NUMBER);
    String metadata = ifd.text(Tag.GdalMetadata, LONGEST_METADATA);
    ScaleOffset given = ScaleOffset.NONE;
    if (metadata != null) {
      try {
        given = ScaleOffset.parse(metadata);
      } catch (XMLStreamException | NumberFormatException unreadable) {
        throw TiffRefusal.at("GDAL_METADATA", "cannot be read, and may hold a scale of heights");
      }
    }
    return new Heights(
        noData == null ? Double.NaN : parse(noData, type),
        given.scale() * metresPerUnit,
        given.offset() * metresPerUnit);
  }

  /** As the samples would hold it: a float has fewer digits than the text may give. */
  private static double parse(String text, SampleType type) throws BadInputException {
    String number = text.strip().toLowerCase(Locale.ROOT);
    if (number.endsWith("nan") || number.endsWith("inf")) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(number);
      return type == SampleType.FLOAT32 ? (float) value : value;
    } catch (NumberFormatException notANumber) {
      throw TiffRefusal.at("GDAL_NODATA", "must be a number");
    }
  }

  /** The height of a sample in metres; NaN for no data. */
  float of(double sample) {
    if (sample == noData || !Double.isFinite(sample)) {
      return Float.NaN;
    }
    float height = (float) (sample * scale + offset);
    return Float.isInfinite(height) ? Float.NaN : height;
  }
}
