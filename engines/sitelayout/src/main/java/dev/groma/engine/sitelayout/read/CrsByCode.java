package dev.groma.engine.sitelayout.read;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;

/** Looks coordinate systems up for a job. */
final class CrsByCode {

  private CrsByCode() {}

  /**
   * The system of a code.
   *
   * @param path of the parameter that names it
   */
  static Crs of(String path, String code) throws BadInputException {
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Found found -> found.crs();
      case CrsLookup.Refused refused ->
          throw new BadInputException(Problem.at(path, refused.message()));
    };
  }
}
