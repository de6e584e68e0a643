package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.RandomBytes;
import dev.groma.engine.terrain.ElevationSource;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.terrain.GridFrame;
import dev.groma.engine.terrain.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An elevation model in a GeoTIFF or BigTIFF, in strips or tiles; uncompressed, LZW, DEFLATE or
 * PackBits, with predictors 1 to 3; whole numbers of 8, 16 or 32 bits, floats of 32 or 64. Of
 * several bands the first is read.
 *
 * <p>Memory: the list of blocks (16 bytes each), one decoded block (at most 64 MiB) with its
 * encoded bytes, and the window asked for.
 */
public final class GeoTiff implements ElevationSource {

  private final Input input;
  private final TiffFile.Header header;
  private final Layout layout;
  private final Heights heights;
  private final GridFrame frame;
  private final @Nullable String crs;
  private final double metresPerLinearUnit;
  private final List<String> notes;

  private GeoTiff(Input input, TiffFile file, Ifd ifd) throws IOException, BadInputException {
    this.input = input;
    header = file.header();
    layout = Layout.of(ifd);
    GeoKeys keys = GeoKeys.of(ifd);
    frame = Georeference.frame(ifd, layout, keys.pixelIsPoint());
    crs = keys.crs();
    metresPerLinearUnit = keys.metresPerLinearUnit();
    heights = Heights.of(ifd, layout.type(), keys.metresPerVerticalUnit());
    notes = notes(ifd, keys);
  }

  /** Whether a file that begins with these bytes is one. */
  public static boolean isTiff(byte[] head) {
    return TiffFile.isTiff(head);
  }

  /**
   * Looks at the directory.
   *
   * @throws BadInputException when the file is damaged, or of a kind that is not read
   * @throws IOException only as thrown by the input
   */
  public static GeoTiff open(Input input) throws IOException, BadInputException {
    try (RandomBytes bytes = input.openRandom()) {
      TiffFile file = TiffFile.open(input, bytes);
      return new GeoTiff(input, file, file.image());
    }
  }

  private List<String> notes(Ifd ifd, GeoKeys keys) throws IOException, BadInputException {
    List<String> found = new ArrayList<>();
    long bands = ifd.whole(Tag.SamplesPerPixel, 1);
    if (bands > 1) {
      found.add("of " + bands + " bands the first was taken for heights");
    }
    if (keys.metresPerVerticalUnit() != 1) {
      found.add("heights in feet were converted to metres");
    }
    return found;
  }

  @Override
  public GridFrame frame() {
    return frame;
  }

  @Override
  public @Nullable String crs() {
    return crs;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  /** Metres per unit of the coordinates, where the file itself says so; 0 where it does not. */
  public double metresPerLinearUnit() {
    return metresPerLinearUnit;
  }

  @Override
  public Grid read(Window window, EngineContext context) throws IOException, EngineException {
    try (RandomBytes bytes = input.openRandom()) {
      float[] values =
          WindowReader.read(new TiffFile(bytes, header), layout, heights, window, context);
      return new Grid(window.frameIn(frame), values, crs);
    }
  }
}
