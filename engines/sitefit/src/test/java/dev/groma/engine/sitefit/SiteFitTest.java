package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.BadInputException;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteFitTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** 40 m x 30 m near Decany, in EPSG:5514. */
  private static final String PARCEL =
      "{'coordinates': [[-774500,-998440],[-774460,-998440],[-774460,-998410],[-774500,-998410],"
          + "[-774500,-998440]]}";

  private static final String HOUSE = "{'coordinates': [[0,0],[12,0],[12,8],[0,8],[0,0]]}";

  private final Map<String, String> artifacts = new LinkedHashMap<>();

  private SiteFitSummary run(String block, String parcel, String house) throws Exception {
    artifacts.clear();
    SiteFit engine = new SiteFit();
    return engine.run(
        new Inputs(
            List.of(
                Input.ofText("parcel", parcel.replace('\'', '"')),
                Input.ofText("house", house.replace('\'', '"')))),
        engine.parameters(JSON.readTree(block.replace('\'', '"'))),
        (name, mediaType) ->
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                artifacts.put(name, toString(StandardCharsets.UTF_8));
              }
            },
        EngineContext.silent());
  }

  private JsonNode json(String name) throws Exception {
    return JSON.readTree(artifacts.get(name));
  }

  @Test
  void writesPlacementsMapsAndAPlan() throws Exception {
    SiteFitSummary summary =
        run("{'crs': 'EPSG:5514', 'setback': 3, 'street': {'edges': [0]}}", PARCEL, HOUSE);
    assertThat(summary.feasible()).isTrue();
    assertThat(summary.placementsCount()).isBetween(1, 5);
    assertThat(artifacts)
        .containsOnlyKeys(
            "placements.json", "placements.geojson", "placements-wgs84.geojson", "plan.svg");
    JsonNode best = json("placements.json").at("/placements/0");
    assertThat(best.at("/transform/rotation/axis").asText()).isEqualTo("z");
    assertThat(best.at("/transform/rotation/units").asText()).isEqualTo("deg");
    assertThat(best.at("/transform/scale").asInt()).isEqualTo(1);
    assertThat(best.get("score").asDouble()).isEqualTo(summary.bestScore());
    assertThat(best.at("/metrics/streetDistanceM").asDouble()).isGreaterThanOrEqualTo(2.998);
    for (JsonNode term : best.at("/metrics/terms")) {
      assertThat(term.asDouble()).isBetween(0.0, 1.0);
    }
    assertThat(json("placements.json").at("/metadata/gridConvergenceDegrees").asDouble())
        .isCloseTo(-8.24, within(0.05));
    assertThat(json("placements.geojson").at("/crs/properties/name").asText())
        .isEqualTo("urn:ogc:def:crs:EPSG::5514");
    JsonNode corner = json("placements-wgs84.geojson").at("/features/0/geometry/coordinates/0/0");
    assertThat(corner.get(0).asDouble()).isCloseTo(13.894, within(0.001));
    assertThat(corner.get(1).asDouble()).isCloseTo(50.4447, within(0.001));
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(
            new ByteArrayInputStream(artifacts.get("plan.svg").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theTransformLeadsToTheFootprint() throws Exception {
    run("{'crs': 'EPSG:5514', 'setback': 2}", PARCEL, HOUSE);
    JsonNode transform = json("placements.json").at("/placements/0/transform");
    double turn = Math.toRadians(transform.at("/rotation/value").asDouble());
    double x = 12 * Math.cos(turn) - 8 * Math.sin(turn) + transform.at("/translation/x").asDouble();
    double y = 12 * Math.sin(turn) + 8 * Math.cos(turn) + transform.at("/translation/y").asDouble();
    boolean found = false;
    for (JsonNode corner : json("placements.geojson").at("/features/0/geometry/coordinates/0")) {
      found |= Math.hypot(corner.get(0).asDouble() - x, corner.get(1).asDouble() - y) < 1e-3;
    }
    assertThat(found).isTrue();
  }

  @Test
  void ringDirectionRepeatedAndCollinearVerticesChangeNothing() throws Exception {
    SiteFitSummary plain = run("{'crs': 'EPSG:5514', 'setback': 3}", PARCEL, HOUSE);
    SiteFitSummary other =
        run(
            "{'crs': 'EPSG:5514', 'setback': 3}",
            "{'coordinates': [[-774500,-998440],[-774500,-998410],[-774480,-998410],"
                + "[-774480,-998410],[-774460,-998410],[-774460,-998440],[-774500,-998440]]}",
            HOUSE);
    assertThat(other.bestScore()).isCloseTo(plain.bestScore(), within(2e-3));
    assertThat(json("placements.json").at("/metadata/warnings").toString())
        .contains("parcel: coordinates", "clockwise and was turned", "was left out");
  }

  @Test
  void succeedsWithAProofWhereNothingFits() throws Exception {
    SiteFitSummary summary =
        run("{}", PARCEL, "{'coordinates': [[0,0],[31,0],[31,31],[0,31],[0,0]]}");
    assertThat(summary).isEqualTo(new SiteFitSummary(false, 0, null, null, null));
    JsonNode proof = json("placements.json").get("proof");
    assertThat(proof.get("kind").asText()).isEqualTo("minimumWidth");
    assertThat(proof.get("house").asDouble()).isCloseTo(31, within(1e-3));
    assertThat(proof.get("buildableRegion").asDouble()).isCloseTo(30.004, within(1e-3));
    assertThat(artifacts).doesNotContainKey("placements-wgs84.geojson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:5513", "EPSG:2065"})
  void convertsSouthWestCoordinatesAndSaysSo(String crs) throws Exception {
    SiteFitSummary eastNorth = run("{'crs': 'EPSG:5514', 'setback': 3}", PARCEL, HOUSE);
    SiteFitSummary southWest =
        run(
            "{'crs': '%s', 'setback': 3}".formatted(crs),
            "{'coordinates': [[998440,774500],[998440,774460],[998410,774460],[998410,774500],"
                + "[998440,774500]]}",
            HOUSE);
    assertThat(southWest).isEqualTo(eastNorth);
    assertThat(json("placements.json").at("/metadata/crs").asText()).isEqualTo("EPSG:5514");
    assertThat(json("placements.json").at("/metadata/warnings").toString())
        .contains("converted from " + crs);
  }

  @Test
  void mendsAnOpenRingAndAltitudesAndSaysSo() throws Exception {
    SiteFitSummary plain = run("{'crs': 'EPSG:5514', 'setback': 3}", PARCEL, HOUSE);
    SiteFitSummary other =
        run(
            "{'crs': 'EPSG:5514', 'setback': 3}",
            "{'coordinates': [[-774500,-998440,210],[-774460,-998440,210],[-774460,-998410,211],"
                + "[-774500,-998410,212]]}",
            HOUSE);
    assertThat(other).isEqualTo(plain);
    assertThat(json("placements.json").at("/metadata/warnings").toString())
        .contains("parcel: coordinates", "closed", "the altitudes of 4 vertices were left out");
  }

  @Test
  void facesTrueSouthNotTheGridsSouth() throws Exception {
    run(
        "{'crs': 'EPSG:5514', 'topK': 1, 'weights': {'clearance': 0, 'orientation': 1,"
            + " 'garden': 0, 'parallelism': 0}}",
        PARCEL,
        HOUSE);
    JsonNode placement = json("placements.json").at("/placements/0");
    assertThat(placement.at("/metrics/facadeAzimuthDegrees").asDouble())
        .isCloseTo(180, within(0.1));
    assertThat(placement.at("/transform/rotation/value").asDouble() % 180)
        .isCloseTo(180 - 8.24, within(0.2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'crs':'EPSG:5514'}; {'coordinates': [[998440,774500],[998440,774460],[998410,774460],[998440,774500]]}; EPSG:5514 takes [easting, northing]",
        "{'crs':'EPSG:5513'}; {'coordinates': [[774500,998440],[774460,998440],[774460,998410],[774500,998440]]}; swap the two numbers",
        "{'crs':'EPSG:2065'}; {'coordinates': [[-774500,-998440],[-774460,-998440],[-774460,-998410],[-774500,-998440]]}; EPSG:5514",
        "{'crs':'EPSG:5514'}; {'coordinates': [[-998440,-774500],[-998440,-774460],[-998410,-774460],[-998440,-774500]]}; swap the two numbers",
        "{'crs':'EPSG:4326'}; {'coordinates': [[14,50],[14.001,50],[14.001,50.001],[14,50]]}; is in degrees; convert to metres, such as EPSG:32633",
        "{'crs':'EPSG:3857'}; {'coordinates': [[1600000,6450000],[1600050,6450000],[1600050,6450050],[1600000,6450000]]}; changes lengths by",
        "{'crs':'EPSG:2263'}; {'coordinates': [[984250,200000],[984350,200000],[984350,200100],[984250,200000]]}; is not in metres",
        "{}; {'coordinates': [[0,0],[40,40],[40,0],[0,40],[0,0]]}; parcel.coordinates[0] (line 1",
        "{}; {'coordinates': [[0,0],[40,0],[40,NaN],[0,0]]}; parcel.coordinates[2][1]",
        "{}; {'coordinates': [[0,0],[40,0]]}; 3 or more different vertices",
        "{}; {'type':'LineString','coordinates': [[0,0],[40,0]]}; must be a polygon",
        "{'street': {'edges': [9]}}; {'coordinates': [[0,0],[40,0],[40,40],[0,0]]}; there is no edge 9"
      })
  void namesWhatIsWrongWithAParcel(String block, String parcel, String expected) {
    assertThatThrownBy(() -> run(block, parcel, HOUSE))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void namesWhatIsWrongWithBothOutlinesAtOnce() {
    assertThatThrownBy(() -> run("{}", "{'coordinates': 1}", "[]"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("parcel.coordinates (line 1, column 17): must be an array")
        .hasMessageContaining("house (line 1, column 1): must be an object");
  }

  @Test
  void namesEveryParameterThatIsWrong() {
    assertThatThrownBy(() ->
            run(
                "{'crs': 'EPSG:5541', 'setback': -1, 'topK': 2.5, 'sides': 3,"
                    + " 'rotation': {'min': 10, 'max': 5}, 'weights': {'garden': -1},"
                    + " 'street': {}}",
                PARCEL,
                HOUSE))
        .isInstanceOf(BadParametersException.class)
        .hasMessageContaining("crs: EPSG:5541 is not known; near it are EPSG:5514")
        .hasMessageContaining("setback: must be between 0 and 10000")
        .hasMessageContaining("topK: must be a whole number")
        .hasMessageContaining("sides: is not a known member")
        .hasMessageContaining("rotation.max: must be min to min + 360")
        .hasMessageContaining("weights.garden: must be between")
        .hasMessageContaining("street: must have either edges or point");
  }

  @Test
  void keepsSetbacksByKindOfEdge() throws Exception {
    run(
        "{'crs': 'EPSG:5514', 'setbacks': {'street': 9, 'side': 1, 'rear': 6},"
            + " 'street': {'point': {'east': -774480, 'north': -998450}}, 'topK': 1,"
            + " 'weights': {'clearance': 0, 'orientation': 0, 'garden': 0, 'parallelism': 1,"
            + " 'street': 1}}",
        PARCEL,
        HOUSE);
    JsonNode metrics = json("placements.json").at("/placements/0/metrics");
    assertThat(metrics.get("streetDistanceM").asDouble()).isCloseTo(9, within(0.005));
    double[] limits = {9, 1, 6, 1};
    double south = Double.POSITIVE_INFINITY;
    double north = Double.POSITIVE_INFINITY;
    for (JsonNode corner : json("placements.geojson").at("/features/0/geometry/coordinates/0")) {
      south = Math.min(south, corner.get(1).asDouble() + 998440);
      north = Math.min(north, -998410 - corner.get(1).asDouble());
    }
    assertThat(south).isGreaterThanOrEqualTo(limits[0] - 0.0021);
    assertThat(north).isGreaterThanOrEqualTo(limits[2] - 0.0021);
  }
}
