package dev.groma.engine.geotiff;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Small files of every codec, order and layout, as a start for damage. */
public final class GeoTiffSamples {

  private static final int SIDE = 40;

  private GeoTiffSamples() {}

  public static List<byte[]> ofEveryKind() {
    double[] values = new double[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = 300 + i % 37;
    }
    List<byte[]> all = new ArrayList<>();
    for (Codec codec : Codec.values()) {
      boolean predicts = codec == Codec.LZW || codec == Codec.DEFLATE;
      for (boolean big : new boolean[] {false, true}) {
        TiffBuilder tiff =
            new TiffBuilder(SIDE, SIDE, values)
                .type(big ? SampleType.INT16 : SampleType.FLOAT32)
                .codec(codec, predicts ? big ? 2 : 3 : 1)
                .order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .big(big)
                .text(Tag.GdalNoData, "-9999")
                .text(
                    Tag.GdalMetadata,
                    "<GDALMetadata><Item sample=\"0\" role=\"scale\">1</Item></GDALMetadata>");
        all.add((big ? tiff.tiles(16, 16) : tiff.strips(7)).build());
      }
    }
    return all;
  }
}
