package dev.groma.engine.geotiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** The other direction of the codecs, written down from TIFF 6.0. */
final class Encoders {

  private Encoders() {}

  static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream stream = new DeflaterOutputStream(out)) {
      stream.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static byte[] packBits(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; ) {
      int run = 1;
      while (at + run < bytes.length && run < 128 && bytes[at + run] == bytes[at]) {
        run++;
      }
      if (run > 1) {
        out.write(1 - run);
        out.write(bytes[at]);
      } else {
        out.write(0);
        out.write(bytes[at]);
      }
      at += run;
    }
    return out.toByteArray();
  }

  /** Strings as keys: slow and plain. */
  static byte[] lzw(byte[] bytes) {
    BitWriter bits = new BitWriter();
    Map<String, Integer> table = new HashMap<>();
    int width = 9;
    bits.write(256, width);
    reset(table);
    String known = "";
    for (byte b : bytes) {
      String longer = known + (char) (b & 0xFF);
      if (table.containsKey(longer)) {
        known = longer;
        continue;
      }
      bits.write(table.get(known), width);
      table.put(longer, table.size() + 2);
      int next = table.size() + 2;
      if (next == 4095) {
        bits.write(256, width);
        reset(table);
        width = 9;
      } else if (next == 1 << width) {
        width++;
      }
      known = String.valueOf((char) (b & 0xFF));
    }
    if (!known.isEmpty()) {
      bits.write(table.get(known), width);
      int next = table.size() + 3;
      if (next == 1 << width && width < 12) {
        width++;
      }
    }
    bits.write(257, width);
    return bits.finish();
  }

  private static void reset(Map<String, Integer> table) {
    table.clear();
    for (int i = 0; i < 256; i++) {
      table.put(String.valueOf((char) i), i);
    }
  }

  private static final class BitWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int held;
    private int count;

    void write(int code, int width) {
      for (int bit = width - 1; bit >= 0; bit--) {
        held = held << 1 | code >>> bit & 1;
        if (++count == 8) {
          out.write(held);
          held = 0;
          count = 0;
        }
      }
    }

    byte[] finish() {
      while (count > 0) {
        write(0, 1);
      }
      return out.toByteArray();
    }
  }
}
