package dev.groma.engine.dem;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file seems to be that is not read. */
final class DemFormatGuess {

  private DemFormatGuess() {}

  static String describe(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    String lower = text.stripLeading().toLowerCase(Locale.ROOT);
    if (head.length == 0) {
      return "it is empty";
    }
    if (text.startsWith("PK")) {
      return "it is a zip archive, unpack it";
    }
    if (text.startsWith("\u001f\u008b")) {
      return "it is compressed by gzip, unpack it";
    }
    if (text.startsWith("\u0089PNG") || text.startsWith("\u00ff\u00d8")) {
      return "it is a picture";
    }
    if (text.startsWith("\u0089HDF") || text.startsWith("CDF")) {
      return "it is NetCDF or HDF5, convert it with gdal_translate";
    }
    if (text.startsWith("DSBB") || text.startsWith("DSAA")) {
      return "it is a Surfer grid, convert it with gdal_translate";
    }
    if (lower.startsWith("<") || lower.startsWith("{")) {
      return "it is XML or JSON, not a grid";
    }
    return "its first bytes are those of no known format";
  }
}
