package dev.groma.engine.ascii;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.terrain.ElevationSource;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An elevation model as an ESRI ASCII grid: keys in any case and order, corner or centre, {@code
 * cellsize} or {@code dx} and {@code dy}, NODATA_VALUE or none, exponents, any line breaks. The
 * format has no coordinate system.
 *
 * <p>Every reading runs through the whole text and counts its values, so a text that was cut off is
 * noticed whatever window was asked for.
 */
public final class EsriAscii implements ElevationSource {

  /** A text of 1 GiB is read in about half a minute; chosen. */
  private static final long MOST_BYTES = 1L << 30;

  private final Input input;
  private final GridFrame frame;

  private EsriAscii(Input input, GridFrame frame) {
    this.input = input;
    this.frame = frame;
  }

  /** Whether a file that begins with these bytes is one. */
  public static boolean isEsriAscii(byte[] head) {
    return Header.isHeader(new String(head, StandardCharsets.ISO_8859_1));
  }

  /**
   * Reads the header.
   *
   * @throws BadInputException when it is not complete, or the file cannot hold what it declares
   * @throws IOException only as thrown by the input
   */
  public static EsriAscii open(Input input) throws IOException, BadInputException {
    if (input.size() > MOST_BYTES) {
      throw refuse(
          "the text has %,d bytes; up to %,d are read: convert it to a GeoTIFF",
          input.size(), MOST_BYTES);
    }
    try (TokenReader words = new TokenReader(input.open())) {
      GridFrame frame = Header.read(words).frame();
      if (2 * frame.cellCount() - 1 > input.size()) {
        throw refuse(
            "declares %,d by %,d values, more than a text of %,d bytes can hold; it is cut off",
            frame.columns(), frame.rows(), input.size());
      }
      return new EsriAscii(input, frame);
    }
  }

  private static BadInputException refuse(String message, Object... values) {
    return new BadInputException(Problem.at("", String.format(Locale.ROOT, message, values)));
  }

  @Override
  public GridFrame frame() {
    return frame;
  }

  @Override
  public @Nullable String crs() {
    return null;
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public Grid read(Window window, EngineContext context) throws IOException, EngineException {
    GridFrame part = window.frameIn(frame);
    float[] values = new float[part.cells()];
    try (TokenReader words = new TokenReader(input.open())) {
      Header header = Header.read(words);
      Token word = header.firstValue();
      for (int row = 0; row < frame.rows(); row++) {
        context.checkCancelled();
        int to = part.index(-window.column(), row - window.row());
        boolean isWanted = row >= window.row() && row < window.row() + window.rows();
        for (int column = 0; column < frame.columns(); column++) {
          if (word == null) {
            throw refuse(
                "the values end in row %,d of %,d, column %,d of %,d; the text is cut off",
                row + 1, frame.rows(), column + 1, frame.columns());
          }
          if (isWanted && column >= window.column() && column < window.column() + part.columns()) {
            values[to + column] = height(word, header.noData());
          }
          word = words.next();
        }
      }
      if (word != null) {
        throw word.refuse(
            String.format(
                Locale.ROOT, "there are more than the %,d declared values", frame.cellCount()));
      }
    }
    return new Grid(part, values, null);
  }

  private static float height(Token word, double noData) throws BadInputException {
    double value = word.number();
    if (value == noData || !Double.isFinite(value)) {
      return Float.NaN;
    }
    float height = (float) value;
    return Float.isInfinite(height) ? Float.NaN : height;
  }
}
