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
  private static final int SUB = 1;

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

  /** Each row as differences to the pixel on the left, which maps compress well as. */
  private static byte[] rows(int width, int height, int[] rgb, EngineContext context)
      throws IOException, CancelledException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        context.checkCancelled();
        row[0] = SUB;
        int before = 0;
        for (int x = 0; x < width; x++) {
          int pixel = rgb[y * width + x];
          for (int channel = 0; channel < 3; channel++) {
            int shift = 16 - 8 * channel;
            row[1 + 3 * x + channel] = (byte) ((pixel >> shift) - (before >> shift));
          }
          before = pixel;
        }
        out.write(row);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
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
