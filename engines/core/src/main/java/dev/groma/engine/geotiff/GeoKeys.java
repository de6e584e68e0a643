package dev.groma.engine.geotiff;

import dev.groma.engine.BadInputException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a GeoTIFF that hold a code.
 *
 * @param codes by key number; those that hold a number or text are left out
 */
record GeoKeys(Map<Integer, Integer> codes) {

  private static final int MODEL_TYPE = 1024;
  private static final int RASTER_TYPE = 1025;
  private static final int GEOGRAPHIC_CRS = 2048;
  private static final int ANGULAR_UNIT = 2054;
  private static final int PROJECTED_CRS = 3072;
  private static final int LINEAR_UNIT = 3076;
  private static final int VERTICAL_CRS = 4096;
  private static final int VERTICAL_UNIT = 4099;

  private static final int USER_DEFINED = 32767;
  private static final int MOST_KEYS = 1024;

  private static final double FOOT = 0.3048;
  private static final double US_SURVEY_FOOT = 1200.0 / 3937;

  static GeoKeys of(Ifd ifd) throws IOException, BadInputException {
    Map<Integer, Integer> codes = new HashMap<>();
    if (ifd.has(Tag.GeoKeyDirectory)) {
      int most = 4 * (MOST_KEYS + 1);
      long[] directory = ifd.wholes(Tag.GeoKeyDirectory, most, most);
      for (int at = 4; at + 3 < directory.length; at += 4) {
        if (directory[at + 1] == 0) {
          codes.put((int) directory[at], (int) directory[at + 3]);
        }
      }
    }
    return new GeoKeys(codes);
  }

  private int code(int key) {
    return codes.getOrDefault(key, 0);
  }

  /** Whether tie points name centres of cells instead of corners. */
  boolean pixelIsPoint() {
    return code(RASTER_TYPE) == 2;
  }

  /** The coordinate system, such as {@code EPSG:32633}; null where the file names none by code. */
  @Nullable String crs() throws BadInputException {
    if (code(MODEL_TYPE) == 3) {
      throw TiffRefusal.at("GTModelTypeGeoKey", "is geocentric: such coordinates are no map");
    }
    boolean isGeographic =
        code(MODEL_TYPE) == 2 || code(MODEL_TYPE) != 1 && code(PROJECTED_CRS) == 0;
    if (isGeographic && codes.containsKey(ANGULAR_UNIT) && code(ANGULAR_UNIT) != 9102) {
      throw TiffRefusal.at("GeogAngularUnitsGeoKey", "must be degrees (9102)");
    }
    int number = code(isGeographic ? GEOGRAPHIC_CRS : PROJECTED_CRS);
    return number < 1024 || number >= USER_DEFINED ? null : "EPSG:" + number;
  }

  /** Metres per unit of a map's coordinates where the file says so; 0 where it does not. */
  double metresPerLinearUnit() {
    return code(MODEL_TYPE) == 2 ? 0 : metres(code(LINEAR_UNIT));
  }

  /** Metres per unit of height; 1 where the file does not say. */
  double metresPerVerticalUnit() throws BadInputException {
    int unit = code(VERTICAL_UNIT);
    if (unit == 0 || unit == USER_DEFINED) {
      return switch (code(VERTICAL_CRS)) {
        case 6360 -> US_SURVEY_FOOT;
        case 8228 -> FOOT;
        default -> 1;
      };
    }
    double metres = metres(unit);
    if (metres == 0) {
      throw TiffRefusal.at(
          "VerticalUnitsGeoKey", "must be metres (9001) or feet (9002, 9003), was %d", unit);
    }
    return metres;
  }

  private static double metres(int unit) {
    return switch (unit) {
      case 9001 -> 1;
      case 9002 -> FOOT;
      case 9003 -> US_SURVEY_FOOT;
      default -> 0;
    };
  }
}
