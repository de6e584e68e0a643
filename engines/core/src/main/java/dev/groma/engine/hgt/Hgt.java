package dev.groma.engine.hgt;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.RandomBytes;
import dev.groma.engine.terrain.ElevationSource;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A height tile: 1201 or 3601 squared big-endian metres in 16 bits, from the north-western corner,
 * -32768 for no data. The outer centres lie on whole degrees, so neighbouring tiles share them.
 * Where the tile lies is in its file's name alone, such as {@code N45W112.hgt}.
 */
public final class Hgt implements ElevationSource {

  private static final short NO_DATA = -32768;

  private static final Pattern NAME =
      Pattern.compile("([NS])(\\d{2})([EW])(\\d{3}).*", Pattern.CASE_INSENSITIVE);

  private final Input input;
  private final GridFrame frame;

  private Hgt(Input input, GridFrame frame) {
    this.input = input;
    this.frame = frame;
  }

  /** Whether a file of this many bytes may be one. */
  public static boolean isHgt(long size) {
    return size == 2L * 1201 * 1201 || size == 2L * 3601 * 3601;
  }

  /**
   * Looks at name and size.
   *
   * @throws BadInputException when the file's name does not say where the tile lies
   */
  public static Hgt open(Input input) throws BadInputException {
    if (!isHgt(input.size())) {
      throw new BadInputException(
          Problem.at("", "has neither 1201 nor 3601 squared heights; fetch the tile again"));
    }
    int side = input.size() == 2L * 1201 * 1201 ? 1201 : 3601;
    String file = input.fileName();
    Matcher name = NAME.matcher(file == null ? "" : file);
    if (!name.matches()) {
      throw new BadInputException(
          Problem.at(
              "",
              "a height tile says where it lies in its file's name, and this one "
                  + (file == null ? "has none" : "is called " + file)
                  + ": name it after its south-western corner, such as N45W112.hgt, where it lies as"
                  + " a file, in S3 or on a volume; or make a GeoTIFF of it (gdal_translate)"));
    }
    int south = sign(name.group(1), "S") * Integer.parseInt(name.group(2));
    int west = sign(name.group(3), "W") * Integer.parseInt(name.group(4));
    if (south < -90 || south > 89 || west < -180 || west > 179) {
      throw new BadInputException(Problem.at("", "there is no tile called " + file));
    }
    double cell = 1.0 / (side - 1);
    return new Hgt(input, new GridFrame(side, side, west, south + 1, cell, cell));
  }

  private static int sign(String letter, String negative) {
    return letter.equalsIgnoreCase(negative) ? -1 : 1;
  }

  @Override
  public GridFrame frame() {
    return frame;
  }

  @Override
  public String crs() {
    return "EPSG:4326";
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public Grid read(Window window, EngineContext context) throws IOException, EngineException {
    GridFrame part = window.frameIn(frame);
    float[] values = new float[part.cells()];
    byte[] line = new byte[2 * part.columns()];
    try (RandomBytes bytes = input.openRandom()) {
      for (int row = 0; row < part.rows(); row++) {
        context.checkCancelled();
        bytes.read(2L * frame.index(window.column(), window.row() + row), line);
        ByteBuffer heights = ByteBuffer.wrap(line);
        for (int column = 0; column < part.columns(); column++) {
          short height = heights.getShort(2 * column);
          values[part.index(column, row)] = height == NO_DATA ? Float.NaN : height;
        }
      }
    }
    return new Grid(part, values, crs());
  }
}
