package dev.groma.engine.geotiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** DEFLATE in the zlib format. */
final class Inflate {

  private Inflate() {}

  static int decode(byte[] encoded, byte[] into) throws CorruptBlockException {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(encoded);
      int written = 0;
      while (written < into.length && !inflater.finished()) {
        int more = inflater.inflate(into, written, into.length - written);
        if (more == 0 && !inflater.finished()) {
          break;
        }
        written += more;
      }
      return written;
    } catch (DataFormatException damaged) {
      throw new CorruptBlockException("is not valid DEFLATE: " + damaged.getMessage());
    } finally {
      inflater.end();
    }
  }
}
