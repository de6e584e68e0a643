package dev.groma.engine.dem;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Problem;
import dev.groma.engine.crs.Crs;
import dev.groma.engine.crs.CrsLookup;
import org.jspecify.annotations.Nullable;

/** Which coordinate system a model is in. */
final class DemCrs {

  private DemCrs() {}

  /** The file's or the given one: there must be one, and no two different. */
  static Crs settle(@Nullable String ofFile, @Nullable String given) throws BadInputException {
    String code = ofFile == null ? given : ofFile;
    if (code == null) {
      throw refuse(
          "does not name its coordinate system by an EPSG code; say which it is, such as"
              + " EPSG:32633");
    }
    Crs found = lookup(code);
    if (ofFile != null && given != null && lookup(given).number() != found.number()) {
      throw refuse("is in " + found.code() + ", not in " + given + " as was said");
    }
    return switch (found.axes()) {
      case EAST_NORTH -> found;
      case SOUTH_WEST ->
          throw refuse(
              found.code()
                  + " counts to the south and west; convert the elevation model to "
                  + found.eastNorth().code()
                  + " with gdalwarp -t_srs");
    };
  }

  private static Crs lookup(String code) throws BadInputException {
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Found(Crs crs) -> crs;
      case CrsLookup.Refused(String message) ->
          throw refuse("the coordinate system of the elevation model " + message);
    };
  }

  private static BadInputException refuse(String message) {
    return new BadInputException(Problem.at("", message));
  }
}
