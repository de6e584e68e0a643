package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import java.util.Locale;

/** Words for a TIFF that cannot be read. */
final class TiffRefusal {

  private TiffRefusal() {}

  /** A refusal at a place such as {@code BitsPerSample} or {@code tile 7}; empty for the file. */
  static BadInputException at(String place, String message, Object... values) {
    return new BadInputException(Problem.at(place, String.format(Locale.ROOT, message, values)));
  }
}
