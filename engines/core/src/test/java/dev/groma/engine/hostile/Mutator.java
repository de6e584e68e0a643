package dev.groma.engine.hostile;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes the way that finds most: single values, cuts, copies, and numbers at limits. */
final class Mutator {

  private static final int[] EXTREMES = {
    0, 1, -1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 1 << 20, 1 << 30
  };

  private static final String[] WORDS = {
    "-",
    "1e999",
    "NaN",
    ",",
    "<",
    ">",
    "&",
    "</",
    "<![CDATA[",
    "<Folder>",
    "<coordinates>",
    "\0",
    "9999999999",
    "ncols ",
    "{",
    "[",
    "\"",
    "\uFFFD"
  };

  private final Random random;

  Mutator(long seed) {
    random = new Random(seed);
  }

  byte[] mutate(byte[] original) {
    byte[] bytes = original.clone();
    for (int rounds = 1 + random.nextInt(4); rounds > 0 && bytes.length > 0; rounds--) {
      bytes = once(bytes);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes) {
    // Headers and directories decide most: half of the damage falls on the first bytes.
    int reach = random.nextBoolean() ? Math.min(bytes.length, 400) : bytes.length;
    int at = random.nextInt(reach);
    switch (random.nextInt(7)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> put(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)], 1 << random.nextInt(4));
      case 3 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 4 -> {
        int from = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
        System.arraycopy(bytes, from, bytes, at, length);
      }
      case 5 -> {
        return insert(bytes, at, WORDS[random.nextInt(WORDS.length)]);
      }
      default -> {
        int end = Math.min(bytes.length, at + random.nextInt(32));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
        System.arraycopy(bytes, end, shorter, at, bytes.length - end);
        return shorter;
      }
    }
    return bytes;
  }

  private void put(byte[] bytes, int at, int value, int length) {
    boolean littleEndian = random.nextBoolean();
    for (int i = 0; i < length && at + i < bytes.length; i++) {
      int shift = 8 * Math.min(3, littleEndian ? i : length - 1 - i);
      bytes[at + i] = (byte) (value >> shift);
    }
  }

  private static byte[] insert(byte[] bytes, int at, String word) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + word.length());
    for (int i = 0; i < word.length(); i++) {
      longer[at + i] = (byte) word.charAt(i);
    }
    System.arraycopy(bytes, at, longer, at + word.length(), bytes.length - at);
    return longer;
  }
}
