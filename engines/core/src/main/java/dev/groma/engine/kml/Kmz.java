package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The document in a KMZ archive: its first file whose name ends in {@code .kml}. Bytes are counted
 * as they are inflated, whatever the archive declares; nothing is written to disk.
 */
public final class Kmz {

  /** A file this small may expand as it likes. */
  private static final long ALWAYS_ALLOWED = 1 << 20;

  private static final List<String> ARCHIVES = List.of(".kmz", ".zip", ".jar", ".gz", ".7z");

  private final Input input;
  private final KmzLimits limits;
  private final int mostDocumentBytes;
  private final byte[] buffer = new byte[1 << 16];
  private long inflated;

  private Kmz(Input input, KmzLimits limits, int mostDocumentBytes) {
    this.input = input;
    this.limits = limits;
    this.mostDocumentBytes = mostDocumentBytes;
  }

  /** Whether a file that begins with these bytes is a zip archive. */
  public static boolean isZip(byte[] head) {
    return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /**
   * Unpacks the document.
   *
   * @param mostDocumentBytes of the document
   * @throws BadInputException when the archive is damaged, breaks a limit, or has no document
   * @throws IOException only as thrown by the input's stream
   */
  public static Input unpack(Input input, KmzLimits limits, int mostDocumentBytes)
      throws IOException, BadInputException {
    return new Kmz(input, limits, mostDocumentBytes).unpack();
  }

  private Input unpack() throws IOException, BadInputException {
    try (InputStream stream = input.open();
        ZipInputStream zip = new ZipInputStream(stream)) {
      for (int entries = 1; ; entries++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          throw refuse("the archive holds no .kml file among its %,d files", entries - 1);
        }
        if (entries > limits.maxEntries()) {
          throw refuse(
              "the archive holds no .kml file among its first %,d files, which are all that are"
                  + " looked at",
              limits.maxEntries());
        }
        checkName(entry.getName());
        boolean isDocument =
            !entry.isDirectory() && entry.getName().toLowerCase(Locale.ROOT).endsWith(".kml");
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        inflate(zip, isDocument ? document : null);
        if (isDocument) {
          return Input.ofBytes(input.name(), document.toByteArray());
        }
      }
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw refuse(
          "the archive cannot be unpacked: %s; zip it again", String.valueOf(damaged.getMessage()));
    }
  }

  private void inflate(ZipInputStream zip, @Nullable ByteArrayOutputStream into)
      throws IOException, BadInputException {
    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
      inflated += read;
      if (inflated > limits.maxInflatedBytes()) {
        throw refuse(
            "the archive holds more than the %,d bytes that are unpacked",
            limits.maxInflatedBytes());
      }
      if (inflated > ALWAYS_ALLOWED && inflated / limits.maxRatio() > input.size()) {
        throw refuse(
            "the archive expands to more than the %,d times its size that are unpacked",
            limits.maxRatio());
      }
      if (into != null) {
        if (into.size() + read > mostDocumentBytes) {
          throw refuse(
              "the archive's .kml file has more than the %,d bytes that are read; split it",
              mostDocumentBytes);
        }
        into.write(buffer, 0, read);
      }
    }
  }

  private static void checkName(String name) throws BadInputException {
    String lower = name.toLowerCase(Locale.ROOT).replace('\\', '/');
    String shown = name.length() > 60 ? name.substring(0, 60) + "..." : name;
    shown = shown.replaceAll("\\p{Cntrl}", "?");
    if (lower.startsWith("/") || List.of(lower.split("/")).contains("..") || lower.contains(":/")) {
      throw refuse("the archive holds \"%s\", a name that leads out of it", shown);
    }
    if (ARCHIVES.stream().anyMatch(lower::endsWith)) {
      throw refuse("the archive holds another archive, \"%s\"; unpack it", shown);
    }
  }

  private static BadInputException refuse(String message, Object... values) {
    return new BadInputException(Problem.at("", String.format(Locale.ROOT, message, values)));
  }
}
