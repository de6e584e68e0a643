package dev.groma.engine.geotiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds GeoTIFFs of every kind that is read, and of some that are not. By default 1 m cells, the
 * outer corner at (500000, 4500000) in EPSG:32633.
 */
final class TiffBuilder {

  private final int columns;
  private final int rows;
  private final double[] values;
  private SampleType type = SampleType.FLOAT32;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private boolean big;
  private int tileColumns;
  private int blockRows;
  private int bands = 1;
  private boolean apart;
  private Codec codec = Codec.NONE;
  private int predictor = 1;
  private final Map<Integer, double[]> tags = new TreeMap<>();
  private final Map<Integer, String> texts = new TreeMap<>();

  TiffBuilder(int columns, int rows, double[] values) {
    this.columns = columns;
    this.rows = rows;
    this.values = values;
    blockRows = rows;
    tag(Tag.ModelPixelScale, 1, 1, 0);
    tag(Tag.ModelTiepoint, 0, 0, 0, 500_000, 4_500_000, 0);
    geoKeys(1024, 1, 1025, 1, 3072, 32633);
  }

  TiffBuilder type(SampleType wanted) {
    type = wanted;
    return this;
  }

  TiffBuilder order(ByteOrder wanted) {
    order = wanted;
    return this;
  }

  TiffBuilder big(boolean wanted) {
    big = wanted;
    return this;
  }

  TiffBuilder strips(int rowsPerStrip) {
    tileColumns = 0;
    blockRows = rowsPerStrip;
    return this;
  }

  TiffBuilder tiles(int width, int height) {
    tileColumns = width;
    blockRows = height;
    return this;
  }

  /** Band b holds the values plus b. */
  TiffBuilder bands(int count, boolean areApart) {
    bands = count;
    apart = areApart;
    return this;
  }

  TiffBuilder codec(Codec wanted, int wantedPredictor) {
    codec = wanted;
    predictor = wantedPredictor;
    return this;
  }

  /** A tag with numbers; replaces what would be there. */
  TiffBuilder tag(Tag tag, double... numbers) {
    tags.put(tag.number, numbers);
    return this;
  }

  TiffBuilder text(Tag tag, String text) {
    texts.put(tag.number, text);
    return this;
  }

  TiffBuilder without(Tag tag) {
    tags.remove(tag.number);
    return this;
  }

  /** Keys and codes in turn. */
  TiffBuilder geoKeys(int... keysAndCodes) {
    double[] directory = new double[4 + 2 * keysAndCodes.length];
    directory[0] = 1;
    directory[1] = 1;
    directory[3] = keysAndCodes.length / 2.0;
    for (int i = 0; i < keysAndCodes.length; i += 2) {
      directory[4 + 2 * i] = keysAndCodes[i];
      directory[4 + 2 * i + 2] = 1;
      directory[4 + 2 * i + 3] = keysAndCodes[i + 1];
    }
    return tag(Tag.GeoKeyDirectory, directory);
  }

  byte[] build() {
    int blockColumns = tileColumns > 0 ? tileColumns : columns;
    List<byte[]> blocks = new ArrayList<>();
    for (int band = 0; band < (apart ? bands : 1); band++) {
      for (int row = 0; row < rows; row += blockRows) {
        for (int column = 0; column < columns; column += blockColumns) {
          int count = tileColumns > 0 ? blockRows : Math.min(blockRows, rows - row);
          blocks.add(encode(block(column, row, blockColumns, count, band), blockColumns, count));
        }
      }
    }
    Map<Integer, double[]> all = new TreeMap<>();
    all.put(Tag.ImageWidth.number, new double[] {columns});
    all.put(Tag.ImageLength.number, new double[] {rows});
    all.put(Tag.BitsPerSample.number, filled(bands, 8.0 * type.bytes));
    all.put(Tag.Compression.number, new double[] {number(codec)});
    all.put(Tag.PhotometricInterpretation.number, new double[] {1});
    all.put(Tag.SamplesPerPixel.number, new double[] {bands});
    all.put(Tag.PlanarConfiguration.number, new double[] {apart ? 2 : 1});
    all.put(Tag.Predictor.number, new double[] {predictor});
    all.put(Tag.SampleFormat.number, filled(bands, format()));
    if (tileColumns > 0) {
      all.put(Tag.TileWidth.number, new double[] {tileColumns});
      all.put(Tag.TileLength.number, new double[] {blockRows});
    } else {
      all.put(Tag.RowsPerStrip.number, new double[] {blockRows});
    }
    return write(all, blocks);
  }

  private byte[] write(Map<Integer, double[]> all, List<byte[]> blocks) {
    double[] counts = blocks.stream().mapToDouble(block -> block.length).toArray();
    double[] offsets = new double[counts.length];
    all.put((tileColumns > 0 ? Tag.TileByteCounts : Tag.StripByteCounts).number, counts);
    all.put((tileColumns > 0 ? Tag.TileOffsets : Tag.StripOffsets).number, offsets);
    all.putAll(tags);
    Map<Integer, byte[]> encoded = new TreeMap<>();
    int directory = big ? 16 : 8;
    int entryBytes = big ? 20 : 12;
    int fields = all.size() + texts.size();
    int behind = directory + (big ? 16 : 6) + fields * entryBytes;
    int length = behind;
    for (var tag : all.entrySet()) {
      length += tag.getValue().length * bytes(tag.getKey());
    }
    for (String text : texts.values()) {
      length += text.length() + 1;
    }
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = length;
      length += blocks.get(i).length;
    }
    all.forEach((tag, numbers) -> encoded.put(tag, encode(tag, numbers)));
    texts.forEach((tag, text) -> encoded.put(tag, (text + "\0").getBytes(StandardCharsets.UTF_8)));
    ByteBuffer file = ByteBuffer.allocate(length).order(order);
    file.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    if (big) {
      file.putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(directory);
      file.putLong(fields);
    } else {
      file.putShort((short) 42).putInt(directory).putShort((short) fields);
    }
    int inline = big ? 8 : 4;
    for (var tag : encoded.entrySet()) {
      byte[] bytes = tag.getValue();
      int valueBytes = texts.containsKey(tag.getKey()) ? 1 : bytes(tag.getKey());
      file.putShort((short) (int) tag.getKey()).putShort((short) tiffType(tag.getKey()));
      putWhole(file, bytes.length / valueBytes);
      if (bytes.length <= inline) {
        file.put(bytes).position(file.position() + inline - bytes.length);
      } else {
        putWhole(file, behind);
        file.put(behind, bytes);
        behind += bytes.length;
      }
    }
    for (int i = 0; i < offsets.length; i++) {
      file.put((int) offsets[i], blocks.get(i));
    }
    return file.array();
  }

  private void putWhole(ByteBuffer file, long value) {
    if (big) {
      file.putLong(value);
    } else {
      file.putInt((int) value);
    }
  }

  private int tiffType(int tag) {
    return texts.containsKey(tag) ? 2 : bytes(tag) == 8 ? 12 : bytes(tag) == 4 ? 4 : 3;
  }

  private static int bytes(int tag) {
    if (tag == Tag.ModelPixelScale.number
        || tag == Tag.ModelTiepoint.number
        || tag == Tag.ModelTransformation.number) {
      return 8;
    }
    boolean isLong =
        tag == Tag.ImageWidth.number
            || tag == Tag.ImageLength.number
            || tag == Tag.RowsPerStrip.number
            || tag == Tag.StripOffsets.number
            || tag == Tag.StripByteCounts.number
            || tag == Tag.TileOffsets.number
            || tag == Tag.TileByteCounts.number;
    return isLong ? 4 : 2;
  }

  private byte[] encode(int tag, double[] numbers) {
    int bytes = bytes(tag);
    ByteBuffer buffer = ByteBuffer.allocate(bytes * numbers.length).order(order);
    for (double number : numbers) {
      switch (bytes) {
        case 8 -> buffer.putDouble(number);
        case 4 -> buffer.putInt((int) (long) number);
        default -> buffer.putShort((short) number);
      }
    }
    return buffer.array();
  }

  private ByteBuffer block(int column, int row, int blockColumns, int count, int band) {
    int samples = apart ? 1 : bands;
    ByteBuffer block =
        ByteBuffer.allocate(blockColumns * count * samples * type.bytes).order(order);
    for (int j = 0; j < count; j++) {
      for (int i = 0; i < blockColumns; i++) {
        for (int sample = 0; sample < samples; sample++) {
          boolean isInside = column + i < columns && row + j < rows;
          double value = isInside ? values[(row + j) * columns + column + i] : 0;
          put(block, value + sample + band);
        }
      }
    }
    return block;
  }

  private void put(ByteBuffer block, double value) {
    switch (type) {
      case UINT8, INT8 -> block.put((byte) (int) value);
      case UINT16, INT16 -> block.putShort((short) (int) value);
      case UINT32, INT32 -> block.putInt((int) (long) value);
      case FLOAT32 -> block.putFloat((float) value);
      case FLOAT64 -> block.putDouble(value);
    }
  }

  private byte[] encode(ByteBuffer block, int blockColumns, int count) {
    int stride = apart ? 1 : bands;
    predict(block, blockColumns * stride, count, stride);
    return switch (codec) {
      case NONE -> block.array();
      case LZW -> Encoders.lzw(block.array());
      case DEFLATE -> Encoders.deflate(block.array());
      case PACKBITS -> Encoders.packBits(block.array());
    };
  }

  private void predict(ByteBuffer block, int samples, int count, int stride) {
    int rowBytes = samples * type.bytes;
    for (int row = 0; row < count; row++) {
      int start = row * rowBytes;
      if (predictor == 2) {
        for (int sample = samples - 1; sample >= stride; sample--) {
          int at = start + sample * type.bytes;
          int back = at - stride * type.bytes;
          switch (type.bytes) {
            case 1 -> block.put(at, (byte) (block.get(at) - block.get(back)));
            case 2 -> block.putShort(at, (short) (block.getShort(at) - block.getShort(back)));
            case 4 -> block.putInt(at, block.getInt(at) - block.getInt(back));
            default -> block.putLong(at, block.getLong(at) - block.getLong(back));
          }
        }
      } else if (predictor == 3) {
        byte[] sorted = new byte[rowBytes];
        for (int sample = 0; sample < samples; sample++) {
          for (int plane = 0; plane < type.bytes; plane++) {
            int significance = order == ByteOrder.BIG_ENDIAN ? plane : type.bytes - 1 - plane;
            sorted[plane * samples + sample] =
                block.get(start + sample * type.bytes + significance);
          }
        }
        for (int i = rowBytes - 1; i >= stride; i--) {
          sorted[i] -= sorted[i - stride];
        }
        block.put(start, sorted);
      }
    }
  }

  private static double[] filled(int count, double value) {
    double[] numbers = new double[count];
    Arrays.fill(numbers, value);
    return numbers;
  }

  private int format() {
    return switch (type) {
      case UINT8, UINT16, UINT32 -> 1;
      case INT8, INT16, INT32 -> 2;
      case FLOAT32, FLOAT64 -> 3;
    };
  }

  private static int number(Codec codec) {
    return switch (codec) {
      case NONE -> 1;
      case LZW -> 5;
      case DEFLATE -> 8;
      case PACKBITS -> 32773;
    };
  }
}
