package dev.groma.engine.crs;

import dev.groma.engine.geometry.Bounds;
import java.util.List;
import java.util.Optional;

/**
 * The Krovak systems of Czechia and Slovakia, whose four ways of writing one place are mixed up
 * more often than any others.
 *
 * <p>The dataset's datum shift of EPSG:5514 is 10.1 m off. The one used here is that of the Czech
 * cadastre's own conversion, and agrees with PROJ given the same parameters to 0.1 mm.
 */
public final class Krovak {

  private static final String EAST_NORTH =
      "+proj=krovak +lat_0=49.5 +lon_0=24.83333333333333 +alpha=30.28813972222222 +k=0.9999"
          + " +x_0=0 +y_0=0 +ellps=bessel"
          + " +towgs84=572.213,85.334,461.94,4.9732,1.529,5.2484,3.5378 +units=m";

  /**
   * Ours instead of the dataset's; the first is the one to convert to. Ferro is where 2065 counts
   * longitudes from; the grid is one.
   */
  static final List<EpsgRegister.Entry> ENTRIES =
      List.of(
          new EpsgRegister.Entry(5514, "S-JTSK / Krovak East North", EAST_NORTH),
          new EpsgRegister.Entry(5513, "S-JTSK / Krovak", EAST_NORTH),
          new EpsgRegister.Entry(2065, "S-JTSK (Ferro) / Krovak", EAST_NORTH),
          new EpsgRegister.Entry(5221, "S-JTSK (Ferro) / Krovak East North", EAST_NORTH));

  /** Southings of both countries lie within, with room to spare. */
  private static final double LEAST_SOUTHING = 900_000;

  private static final double MOST_SOUTHING = 1_400_000;

  /** Westings of both countries lie within, with room to spare; never as large as a southing. */
  private static final double LEAST_WESTING = 150_000;

  private static final double MOST_WESTING = 930_000;

  private Krovak() {}

  /** Whether the numbers of this system are southing and westing, both positive. */
  static boolean isSouthWest(int number) {
    return number == 5513 || number == 2065;
  }

  /**
   * What is wrong with coordinates that are said to be in a Krovak system, if they are recognised
   * as those of another one or with their axes swapped; empty where nothing is, and for any other
   * system.
   */
  public static Optional<String> mixedUpAxes(Crs crs, Bounds bounds) {
    if (ENTRIES.stream().noneMatch(entry -> entry.number() == crs.number())) {
      return Optional.empty();
    }
    boolean southWest = crs.axes() == Crs.Axes.SOUTH_WEST;
    String expected =
        crs.code()
            + (southWest
                ? " takes [southing, westing], both positive"
                : " takes [easting, northing], both negative");
    Writing found = Writing.of(bounds);
    Writing wanted = southWest ? Writing.SOUTH_WEST : Writing.EAST_NORTH;
    if (found == Writing.OTHER || found == wanted) {
      return Optional.empty();
    }
    return Optional.of(expected + "; these look like " + found.words);
  }

  /** The ways to write a place of these countries. */
  private enum Writing {
    EAST_NORTH("EPSG:5514 as it should be: [easting, northing], both negative"),
    NORTH_EAST("[northing, easting] of EPSG:5514: swap the two numbers"),
    SOUTH_WEST("EPSG:5513 or EPSG:2065: [southing, westing], both positive"),
    WEST_SOUTH("[westing, southing] of EPSG:5513 or EPSG:2065: swap the two numbers"),
    OTHER("");

    private final String words;

    Writing(String words) {
      this.words = words;
    }

    static Writing of(Bounds b) {
      if (isSouthing(b.minX(), b.maxX()) && isWesting(b.minY(), b.maxY())) {
        return SOUTH_WEST;
      }
      if (isWesting(b.minX(), b.maxX()) && isSouthing(b.minY(), b.maxY())) {
        return WEST_SOUTH;
      }
      if (isWesting(-b.maxX(), -b.minX()) && isSouthing(-b.maxY(), -b.minY())) {
        return EAST_NORTH;
      }
      if (isSouthing(-b.maxX(), -b.minX()) && isWesting(-b.maxY(), -b.minY())) {
        return NORTH_EAST;
      }
      return OTHER;
    }

    private static boolean isSouthing(double least, double most) {
      return least >= LEAST_SOUTHING && most <= MOST_SOUTHING;
    }

    private static boolean isWesting(double least, double most) {
      return least >= LEAST_WESTING && most <= MOST_WESTING;
    }
  }
}
