package dev.groma.engine.geotiff;

/**
 * LZW as TIFF 6.0 section 13 has it: codes of 9 to 12 bits, most significant bit first, a bit more
 * from one code early.
 */
final class LzwDecoder {

  private static final int CLEAR = 256;
  private static final int END = 257;
  private static final int MOST_CODES = 4096;

  private final byte[] encoded;
  private final byte[] into;
  private final short[] prefix = new short[MOST_CODES];
  private final byte[] last = new byte[MOST_CODES];
  private final byte[] first = new byte[MOST_CODES];
  private final int[] length = new int[MOST_CODES];
  private int from;
  private int bits;
  private int bitCount;
  private int written;

  LzwDecoder(byte[] encoded, byte[] into) {
    this.encoded = encoded;
    this.into = into;
    for (int code = 0; code < CLEAR; code++) {
      last[code] = (byte) code;
      first[code] = (byte) code;
      length[code] = 1;
    }
  }

  int decode() throws CorruptBlockException {
    if (encoded.length > 1 && encoded[0] == 0 && (encoded[1] & 1) == 1) {
      throw new CorruptBlockException("is LZW of the kind used before TIFF 6.0, which is not read");
    }
    int width = 9;
    int next = END + 1;
    int previous = -1;
    while (written < into.length) {
      int code = nextCode(width);
      if (code < 0 || code == END) {
        break;
      }
      if (code == CLEAR) {
        width = 9;
        next = END + 1;
        previous = -1;
        continue;
      }
      boolean isKnown = previous < 0 ? code < CLEAR : code < next;
      if (!isKnown && (previous < 0 || code > next || next == MOST_CODES)) {
        throw new CorruptBlockException("is not valid LZW: code " + code + " stands for nothing");
      }
      if (previous >= 0 && next < MOST_CODES) {
        prefix[next] = (short) previous;
        last[next] = isKnown ? first[code] : first[previous];
        first[next] = first[previous];
        length[next] = length[previous] + 1;
        next++;
        if (next == (1 << width) - 1 && width < 12) {
          width++;
        }
      }
      write(code);
      previous = code;
    }
    return written;
  }

  /** The next code; -1 at the end of the data. */
  private int nextCode(int width) {
    while (bitCount < width) {
      if (from == encoded.length) {
        return -1;
      }
      bits = bits << 8 | encoded[from++] & 0xFF;
      bitCount += 8;
    }
    bitCount -= width;
    return bits >>> bitCount & (1 << width) - 1;
  }

  /** Writes the string of a code from its end; what does not fit is left out. */
  private void write(int code) {
    int end = written + length[code];
    int at = code;
    for (int to = end - 1; to >= written; to--) {
      if (to < into.length) {
        into[to] = last[at];
      }
      at = prefix[at];
    }
    written = Math.min(end, into.length);
  }
}
