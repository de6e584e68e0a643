package dev.groma.engine.geotiff;

import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a grid as a GeoTIFF: one band of 32-bit floats in strips, NaN for no data, pixels are
 * areas. The same grid gives the same bytes.
 */
public final class GeoTiffWriter {

  /** A strip of about this size is worth a compression and costs little memory; chosen. */
  private static final int STRIP_BYTES = 1 << 18;

  private static final int HEADER_BYTES = 8;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int ASCII = 2;

  private final GridFrame frame;
  private final Grid grid;
  private final int rowsPerStrip;

  private GeoTiffWriter(Grid grid) {
    this.grid = grid;
    frame = grid.frame();
    rowsPerStrip = Math.clamp(STRIP_BYTES / (4L * frame.columns()), 1, frame.rows());
  }

  /** How strips are compressed. */
  public enum Compression {
    /** As they are; memory does not grow with the grid. */
    NONE(1),
    /** DEFLATE; the compressed strips are held in memory until all are known. */
    DEFLATE(8);

    private final int number;

    Compression(int number) {
      this.number = number;
    }
  }

  /**
   * Writes the file and leaves the stream open.
   *
   * @param grid its coordinate system, if it has one, is known to {@link CrsLookup}
   */
  public static void write(Grid grid, Compression compression, OutputStream out)
      throws IOException {
    new GeoTiffWriter(grid).write(compression, out);
  }

  private void write(Compression compression, OutputStream out) throws IOException {
    int strips = Math.ceilDiv(frame.rows(), rowsPerStrip);
    List<byte[]> compressed = new ArrayList<>();
    int[] byteCounts = new int[strips];
    for (int strip = 0; strip < strips; strip++) {
      switch (compression) {
        case NONE -> byteCounts[strip] = 4 * frame.columns() * rowsOf(strip);
        case DEFLATE -> {
          compressed.add(deflated(samples(strip)));
          byteCounts[strip] = compressed.getLast().length;
        }
      }
    }
    out.write(head(compression, byteCounts));
    for (int strip = 0; strip < strips; strip++) {
      out.write(
          switch (compression) {
            case NONE -> samples(strip);
            case DEFLATE -> compressed.get(strip);
          });
    }
  }

  private int rowsOf(int strip) {
    return Math.min(rowsPerStrip, frame.rows() - strip * rowsPerStrip);
  }

  private byte[] samples(int strip) {
    int first = frame.index(0, strip * rowsPerStrip);
    int count = frame.columns() * rowsOf(strip);
    ByteBuffer bytes = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(grid.values(), first, count);
    return bytes.array();
  }

  private static byte[] deflated(byte[] samples) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream stream = new DeflaterOutputStream(bytes, deflater)) {
      stream.write(samples);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** A tag with its values as bytes. */
  private record Field(Tag tag, int type, int count, byte[] values) {

    /** Values of more than four bytes stand behind the directory, on an even byte. */
    int bytesBehind() {
      return values.length <= 4 ? 0 : values.length + (values.length & 1);
    }
  }

  private byte[] head(Compression compression, int[] byteCounts) {
    List<Field> fields = fields(compression, byteCounts, 0);
    int directoryBytes = 2 + 12 * fields.size() + 4;
    int length = HEADER_BYTES + directoryBytes + fields.stream().mapToInt(Field::bytesBehind).sum();
    ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
    head.putShort((short) fields.size());
    int behind = HEADER_BYTES + directoryBytes;
    for (Field field : fields(compression, byteCounts, length)) {
      head.putShort((short) field.tag.number).putShort((short) field.type).putInt(field.count);
      if (field.bytesBehind() == 0) {
        head.put(Arrays.copyOf(field.values, 4));
      } else {
        head.putInt(behind);
        head.put(behind, field.values);
        behind += field.bytesBehind();
      }
    }
    return head.array();
  }

  /** In ascending order of their numbers, as TIFF wants it. */
  private List<Field> fields(Compression compression, int[] byteCounts, int firstStrip) {
    List<Field> fields = new ArrayList<>();
    fields.add(whole(Tag.ImageWidth, LONG, frame.columns()));
    fields.add(whole(Tag.ImageLength, LONG, frame.rows()));
    fields.add(whole(Tag.BitsPerSample, SHORT, 32));
    fields.add(whole(Tag.Compression, SHORT, compression.number));
    fields.add(whole(Tag.PhotometricInterpretation, SHORT, 1));
    fields.add(whole(Tag.StripOffsets, LONG, offsets(byteCounts, firstStrip)));
    fields.add(whole(Tag.SamplesPerPixel, SHORT, 1));
    fields.add(whole(Tag.RowsPerStrip, LONG, rowsPerStrip));
    fields.add(whole(Tag.StripByteCounts, LONG, byteCounts));
    fields.add(whole(Tag.SampleFormat, SHORT, 3));
    fields.add(doubles(Tag.ModelPixelScale, frame.cellWidth(), frame.cellHeight(), 0));
    fields.add(
        doubles(
            Tag.ModelTiepoint,
            0,
            0,
            0,
            frame.originX() - frame.cellWidth() / 2,
            frame.originY() + frame.cellHeight() / 2,
            0));
    if (grid.crs() != null) {
      fields.add(whole(Tag.GeoKeyDirectory, SHORT, geoKeys(grid.crs())));
    }
    byte[] noData = "nan\0".getBytes(StandardCharsets.US_ASCII);
    fields.add(new Field(Tag.GdalNoData, ASCII, noData.length, noData));
    return fields;
  }

  private static int[] offsets(int[] byteCounts, int first) {
    int[] offsets = new int[byteCounts.length];
    long at = first;
    for (int strip = 0; strip < offsets.length; strip++) {
      offsets[strip] = (int) at;
      at += byteCounts[strip];
    }
    if (at >= 1L << 32) {
      throw new IllegalArgumentException("the grid is too large for a TIFF of 32 bits");
    }
    return offsets;
  }

  /** Model and raster type, and the code of the system: OGC 19-008, 7.1. */
  private static int[] geoKeys(String crs) {
    return switch (CrsLookup.of(crs)) {
      case CrsLookup.Found(var found) ->
          new int[] {
            1,
            1,
            0,
            3, //
            1024,
            0,
            1,
            found.isGeographic() ? 2 : 1, //
            1025,
            0,
            1,
            1, //
            found.isGeographic() ? 2048 : 3072,
            0,
            1,
            found.number()
          };
      case CrsLookup.Refused(String message) -> throw new IllegalArgumentException(message);
    };
  }

  private static Field whole(Tag tag, int type, int... values) {
    int bytes = type == SHORT ? 2 : 4;
    ByteBuffer buffer = ByteBuffer.allocate(bytes * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      if (type == SHORT) {
        buffer.putShort((short) value);
      } else {
        buffer.putInt(value);
      }
    }
    return new Field(tag, type, values.length, buffer.array());
  }

  private static Field doubles(Tag tag, double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asDoubleBuffer().put(values);
    return new Field(tag, DOUBLE, values.length, buffer.array());
  }
}
