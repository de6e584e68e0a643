package dev.groma.engine.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.geometry.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The expected numbers were printed by PROJ 9 (pyproj), given the same Krovak parameters. Its
 * convergence is that on the projection's own ellipsoid, ours that of WGS84.
 */
class CrsTest {

  /** 1 mm on the ground. */
  private static final double MILLIMETRE_IN_DEGREES = 1e-8;

  static Crs crs(String code) {
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Found found -> found.crs();
      case CrsLookup.Refused refused -> throw new AssertionError(refused.message());
    };
  }

  private static String refusal(String code) {
    return switch (CrsLookup.of(code)) {
      case CrsLookup.Found found -> throw new AssertionError(found.crs().name());
      case CrsLookup.Refused refused -> refused.message();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:5514, -774481.77, -998401.12, 13.893873627, 50.444811744",
    "EPSG:5514, -742000, -1043000, 14.432438165, 50.088571828",
    "EPSG:5514, -470000, -1105000, 18.295005698, 49.805225343",
    "EPSG:5513, 998401.12, 774481.77, 13.893873627, 50.444811744",
    "EPSG:2065, 998401.12, 774481.77, 13.893873627, 50.444811744",
    "EPSG:32633, 458000, 5546000, 14.413165945, 50.064796152",
    "EPSG:2154, 652000, 6862000, 2.345811959, 48.856248141",
    "EPSG:3857, 1600000, 6450000, 14.373044546, 50.021499451",
    "EPSG:2056, 2600500, 1200500, 7.445200952, 46.955580222",
    "EPSG:2263, 984250, 200000, -74.000000000, 40.715630498",
    "EPSG:4326, 14.5, 50.25, 14.5, 50.25"
  })
  void agreesWithProjToAMillimetreBothWays(
      String code, double x, double y, double longitude, double latitude) {
    Crs crs = crs(code);
    LonLat place = crs.toWgs84(x, y);
    assertThat(place.longitude()).isCloseTo(longitude, within(MILLIMETRE_IN_DEGREES));
    assertThat(place.latitude()).isCloseTo(latitude, within(MILLIMETRE_IN_DEGREES));
    Position back = crs.fromWgs84(place);
    double millimetre = crs.isGeographic() ? MILLIMETRE_IN_DEGREES : 1e-3 / crs.metresPerUnit();
    assertThat(back.x()).isCloseTo(x, within(2 * millimetre));
    assertThat(back.y()).isCloseTo(y, within(2 * millimetre));
  }

  @Test
  void knowsHowFarGridNorthIsFromTrueNorth() {
    assertThat(crs("EPSG:5514").convergence(-774481.77, -998401.12))
        .isCloseTo(-8.2369, within(5e-3));
    assertThat(crs("EPSG:5513").convergence(998401.12, 774481.77)).isCloseTo(-8.2369, within(5e-3));
    Crs utm = crs("EPSG:32633");
    Position east = utm.fromWgs84(new LonLat(17.5, 50));
    assertThat(utm.convergence(east.x(), east.y())).isCloseTo(1.9156, within(1e-3));
  }

  @Test
  void knowsHowMuchAMapStretchesLengths() {
    assertThat(crs("EPSG:32633").scale(500_000, 5_546_000)).isCloseTo(0.9996, within(1e-4));
    assertThat(crs("EPSG:3857").scale(1_600_000, 6_450_000))
        .isCloseTo(1 / Math.cos(Math.toRadians(50.02)), within(0.01));
    assertThat(crs("EPSG:2263").scale(984250, 200000)).isCloseTo(1, within(1e-3));
  }

  @Test
  void knowsUnits() {
    assertThat(crs("EPSG:5514").metresPerUnit()).isEqualTo(1);
    assertThat(crs("EPSG:2263").metresPerUnit()).isCloseTo(0.3048006, within(1e-7));
    assertThat(crs("EPSG:4326").isGeographic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:5514",
        "epsg:5514",
        " 5514 ",
        "urn:ogc:def:crs:EPSG::5514",
        "http://www.opengis.net/def/crs/EPSG/0/5514"
      })
  void readsACodeInEveryUsualWriting(String code) {
    assertThat(crs(code).code()).isEqualTo("EPSG:5514");
  }

  @Test
  void refusesAnUnknownCodeAndNamesTheNearestOnes() {
    assertThat(refusal("EPSG:5541"))
        .startsWith("EPSG:5541 is not known; near it are ")
        .contains("EPSG:5514 (S-JTSK / Krovak East North)");
    assertThat(refusal("EPSG:32699")).contains("EPSG:32");
    assertThat(refusal("Krovak")).isEqualTo("must be a code such as EPSG:5514, was \"Krovak\"");
    assertThat(refusal("")).contains("such as EPSG:5514");
  }

  @Test
  void convertsSouthWestToEastNorth() {
    Crs southWest = crs("EPSG:5513");
    assertThat(southWest.axes()).isEqualTo(Crs.Axes.SOUTH_WEST);
    assertThat(southWest.eastNorth().code()).isEqualTo("EPSG:5514");
    assertThat(southWest.toEastNorth(998401.12, 774481.77))
        .isEqualTo(new Position(-774481.77, -998401.12));
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:5514, -774481, -998401,",
    "EPSG:5514, -998401, -774481, swap the two numbers",
    "EPSG:5514, 998401, 774481, EPSG:5513",
    "EPSG:5514, 774481, 998401, EPSG:5513",
    "EPSG:5514, 458000, 5546000,",
    "EPSG:5513, 998401, 774481,",
    "EPSG:5513, 774481, 998401, swap the two numbers",
    "EPSG:5513, -774481, -998401, EPSG:5514 as it should be",
    "EPSG:2065, -998401, -774481, EPSG:5514: swap",
    "EPSG:32633, 774481, 998401,"
  })
  void tellsMixedUpKrovakAxes(String code, double x, double y, String expected) {
    Bounds bounds = new Bounds(x, y, x + 20, y + 20);
    if (expected == null) {
      assertThat(Krovak.mixedUpAxes(crs(code), bounds)).isEmpty();
    } else {
      assertThat(Krovak.mixedUpAxes(crs(code), bounds).orElseThrow())
          .startsWith(code + " takes [")
          .contains(expected);
    }
  }

  @Test
  void namesTheUtmZoneOfAPlace() {
    assertThat(Crs.utmCode(new LonLat(14.4, 50))).isEqualTo("EPSG:32633");
    assertThat(Crs.utmCode(new LonLat(180, -10))).isEqualTo("EPSG:32760");
    assertThat(Crs.utmCode(new LonLat(-180, 10))).isEqualTo("EPSG:32601");
  }
}
