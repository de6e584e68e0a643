package dev.groma.engine.kml;

import dev.groma.engine.BadInputException;
import dev.groma.engine.json.Place;
import java.util.Locale;

/** What a document has used up of its limits. */
final class Budget {

  private final KmlLimits limits;
  private int placemarks;
  private int positions;
  private int rings;

  Budget(KmlLimits limits) {
    this.limits = limits;
  }

  void takePlacemark(Place place) throws BadInputException {
    require(++placemarks, limits.maxPlacemarks(), "placemarks", place);
  }

  void takePosition(Place place) throws BadInputException {
    require(++positions, limits.maxPositions(), "positions", place);
  }

  void takeRing(Place place) throws BadInputException {
    require(++rings, limits.maxRings(), "rings", place);
  }

  private static void require(int used, int most, String what, Place place)
      throws BadInputException {
    if (used > most) {
      throw new BadInputException(
          place.problem(
              String.format(
                  Locale.ROOT,
                  "brings the document to more than the %,d %s that are read; simplify or split it",
                  most,
                  what)));
    }
  }
}
