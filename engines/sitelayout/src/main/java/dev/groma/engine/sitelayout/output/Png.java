package dev.groma.engine.sitelayout.output;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Encodes a picture as PNG (ISO/IEC 15948), 8 bits of red, green and blue, nothing else in it. */
final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Filter types; PNG, section 9.2. */
  private static final byte SUB = 1;

  private static final byte UP = 2;

  /** Of a pixel. */
  private static final int BYTES = 3;

  private Png() {}

  /**
   * The bytes of a picture.
   *
   * @param rgb row after row from the top
   */
  static byte[] encode(int width, int height, int[] rgb, EngineContext context)
      throws IOException, CancelledException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(SIGNATURE);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(head);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    chunk(bytes, "IHDR", head.toByteArray());
    chunk(bytes, "IDAT", rows(width, height, rgb, context));
    chunk(bytes, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  /** Each row as differences to what is on its left or above it, whichever are smaller. */
  private static byte[] rows(int width, int height, int[] rgb, EngineContext context)
      throws IOException, CancelledException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      byte[] above = new byte[BYTES * width];
      for (int y = 0; y < height; y++) {
        context.checkCancelled();
        byte[] row = row(rgb, y * width, width);
        byte[] toLeft = filtered(SUB, row, BYTES, row);
        byte[] toAbove = filtered(UP, row, 0, above);
        out.write(size(toLeft) < size(toAbove) ? toLeft : toAbove);
        above = row;
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static byte[] row(int[] rgb, int from, int width) {
    byte[] row = new byte[BYTES * width];
    for (int x = 0; x < width; x++) {
      for (int channel = 0; channel < BYTES; channel++) {
        row[BYTES * x + channel] = (byte) (rgb[from + x] >> 16 - 8 * channel);
      }
    }
    return row;
  }

  /** Each byte less the one in another row that is so many bytes before it. */
  private static byte[] filtered(byte filter, byte[] row, int back, byte[] other) {
    byte[] differences = new byte[1 + row.length];
    differences[0] = filter;
    for (int i = 0; i < row.length; i++) {
      differences[1 + i] = (byte) (row[i] - (i < back ? 0 : other[i - back]));
    }
    return differences;
  }

  /** The sum of all differences, which tells how well a row compresses; PNG, section 12.7. */
  private static int size(byte[] differences) {
    int sum = 0;
    for (byte difference : differences) {
      sum += Math.abs(difference);
    }
    return sum;
  }

  private static void chunk(ByteArrayOutputStream bytes, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    DataOutputStream data = new DataOutputStream(bytes);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) crc.getValue());
  }
}
