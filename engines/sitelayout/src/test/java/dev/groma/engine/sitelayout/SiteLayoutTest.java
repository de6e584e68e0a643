package dev.groma.engine.sitelayout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.BadInputException;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.dem.Dem;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.terrain.Grid;
import dev.groma.engine.testing.SharedFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine from files to files. */
class SiteLayoutTest {

  private static final String FIELD =
      """
      {"type": "Polygon", "coordinates":
        [[[450000, 4500000], [450900, 4500000], [450900, 4500700], [450000, 4500700], [450000, 4500000]]]}
      """;

  private static Input field() {
    return Input.ofText("boundary", FIELD);
  }

  /** The pads of shared/data, whose volumes were summed up at 1/16 m by somebody else. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void padsOnLidarGroundMoveWhatAnotherProgramFound(int number) throws Exception {
    Path dem = SharedFiles.of("sitelayout/dem/dem.tif");
    JsonNode pad =
        EngineRun.JSON
            .readTree(SharedFiles.of("sitelayout/dem/expected.json").toFile())
            .at("/pads/" + number);
    JsonNode expected = pad.get("bilinear");
    for (boolean balanced : new boolean[] {true, false}) {
      String elevation =
          balanced
              ? "\"balanced\""
              : "\"fixed\", \"elevationMetres\": " + expected.get("at_elevation");
      EngineRun run =
          EngineRun.of(
              """
              {"crs": "EPSG:26915", "fixedAssets": [{"id": "pad", "lengthMetres": %s, "widthMetres": %s,
                "position": {"east": %s, "north": %s}, "rotationDegrees": %s, "elevation": %s}]}
              """
                  .formatted(
                      pad.get("width"),
                      pad.get("height"),
                      pad.at("/center/0"),
                      pad.at("/center/1"),
                      pad.get("rotation_deg_ccw"),
                      elevation),
              Input.ofText(
                  "boundary",
                  """
                  {"type": "Polygon", "coordinates": [[[429260, 5150490], [429645, 5150490],
                    [429645, 5150880], [429260, 5150880], [429260, 5150490]]]}
                  """),
              Input.ofFile("dem", dem));
      JsonNode found = run.json("earthworks.json").at("/pads/0");
      double cut = expected.get(balanced ? "balanced_cut" : "cut").asDouble();
      double fill = expected.get(balanced ? "balanced_fill" : "fill").asDouble();
      assertThat(found.get("cutM3").asDouble()).isCloseTo(cut, within(cut * 1e-5));
      assertThat(found.get("fillM3").asDouble()).isCloseTo(fill, within(fill * 1e-5));
      if (balanced) {
        assertThat(found.get("elevation").asDouble())
            .isCloseTo(expected.get("mean_elevation").asDouble(), within(2e-4));
      }
    }
  }

  @Test
  void padsThatOverlapAreReportedWholeAndCountedOnce() throws Exception {
    EngineRun run =
        EngineRun.of(
            """
            {"crs": "EPSG:32630", "fixedAssets": [
              {"id": "a", "lengthMetres": 20, "widthMetres": 20, "position": {"east": 450400, "north": 4500300},
               "elevation": "fixed", "elevationMetres": 1},
              {"id": "b", "lengthMetres": 20, "widthMetres": 20, "position": {"east": 450410, "north": 4500300},
               "elevation": "fixed", "elevationMetres": 1}]}
            """,
            field());
    JsonNode earth = run.json("earthworks.json");
    assertThat(earth.at("/pads/0/fillM3").asDouble()).isEqualTo(400);
    assertThat(earth.at("/pads/1/fillM3").asDouble()).isEqualTo(400);
    assertThat(earth.at("/pads/1/sharedWithEarlierPads/fillM3").asDouble()).isEqualTo(200);
    double roads = 0;
    for (JsonNode road : earth.get("roads")) {
      roads += road.get("fillM3").asDouble();
    }
    assertThat(earth.at("/totals/fillM3").asDouble()).isCloseTo(600 + roads, within(0.01));
  }

  @Test
  void theExampleOnTheRidgeReachesItsTarget() throws Exception {
    EngineRun run = EngineRun.example("solar-ridge.yaml");
    assertThat(run.summary().targetMet()).isTrue();
    assertThat(run.summary().totalCapacityKw()).isEqualTo(21_000);
    assertThat(run.summary().bindingCause()).isNull();
    double length = 0;
    for (JsonNode road : run.json("layout-local.geojson").get("features")) {
      if (road.at("/properties/kind").asText().equals("road")) {
        length += lineLength(road.at("/geometry/coordinates"));
        assertThat(road.at("/properties/steepestPercent").asDouble()).isLessThanOrEqualTo(10);
      }
    }
    assertThat(run.summary().roadLengthM()).isCloseTo(length, within(length * 1e-4));
  }

  private static double lineLength(JsonNode line) {
    double length = 0;
    for (int i = 1; i < line.size(); i++) {
      double run =
          Math.hypot(
              line.get(i).get(0).asDouble() - line.get(i - 1).get(0).asDouble(),
              line.get(i).get(1).asDouble() - line.get(i - 1).get(1).asDouble());
      double rise = line.get(i).get(2).asDouble() - line.get(i - 1).get(2).asDouble();
      assertThat(Math.abs(rise) / run).isLessThanOrEqualTo(0.1);
      length += run;
    }
    return length;
  }

  @Test
  void theExampleThatAsksForTooMuchSaysWhatBinds() throws Exception {
    EngineRun run = EngineRun.example("solar-too-much.yaml");
    assertThat(run.summary().targetMet()).isFalse();
    assertThat(run.summary().bindingCause()).isEqualTo("slope");
    assertThat(run.summary().totalCapacityKw()).isPositive().isLessThan(90_000);
  }

  @Test
  void everyArtifactIsWhatItsNameSays() throws Exception {
    EngineRun run = EngineRun.example("solar-ridge.yaml");
    assertThat(run.artifacts().keySet())
        .containsExactly(
            "layout.geojson",
            "roads.geojson",
            "layout-local.geojson",
            "layout.kml",
            "earthworks.json",
            "cutfill.tif",
            "map.svg",
            "map.png",
            "report.html");
    JsonNode map = run.json("layout.geojson");
    assertThat(map.at("/features/0/geometry/coordinates/0/0/0").asDouble()).isBetween(-4.0, -3.0);
    assertThat(run.json("roads.geojson").at("/features/0/geometry/coordinates/0")).hasSize(3);
    for (String xml : new String[] {"layout.kml", "map.svg"}) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(run.artifact(xml)));
    }
    assertThat(ImageIO.read(new ByteArrayInputStream(run.artifact("map.png"))).getWidth())
        .isGreaterThan(700);
    assertThat(new String(run.artifact("report.html"), StandardCharsets.UTF_8))
        .contains("<svg", "Earth balance", "Profiles", "\"gradeWeight\" : 4.0")
        .doesNotContain("http://localhost", "<script");
  }

  @Test
  void cutAndFillOnTheMapAddUpToTheVolumesOfAFinePad() throws Exception {
    EngineRun run =
        EngineRun.of(
            """
            {"crs": "EPSG:32630", "terrain": {"resolutionMetres": 1}, "fixedAssets": [
              {"lengthMetres": 50, "widthMetres": 30, "position": {"east": 450400, "north": 4500300},
               "elevation": "fixed", "elevationMetres": 2}]}
            """,
            field());
    Dem written = Dem.open(Input.ofBytes("dem", run.artifact("cutfill.tif")), null);
    assertThat(written.crs().code()).isEqualTo("EPSG:32630");
    Bounds inner = new Bounds(450376, 4500286, 450424, 4500314);
    Grid grid = written.read(inner, 1_000_000, EngineContext.silent());
    assertThat(grid.sample(450400, 4500300)).isEqualTo(2);
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    EngineRun first = EngineRun.example("solar-ridge.yaml");
    EngineRun second = EngineRun.example("solar-ridge.yaml");
    first
        .artifacts()
        .forEach((name, bytes) -> assertThat(second.artifact(name)).as(name).isEqualTo(bytes));
    assertThat(second.summary()).isEqualTo(first.summary());
  }

  @Test
  void aSolarFarmOfThirteenRingsInWgs84IsMeasuredInItsUtmZone() throws Exception {
    Path farm = SharedFiles.of("sitelayout/solar/farm_502.kml");
    EngineRun run = EngineRun.of("{}", Input.ofFile("boundary", farm));
    JsonNode boundary = run.json("layout.geojson").at("/features/0");
    assertThat(run.json("layout.geojson").get("workingCrs").asText()).isEqualTo("EPSG:32643");
    assertThat(boundary.at("/properties/areaM2").asDouble()).isCloseTo(200_200.646, within(1.0));
  }

  @Test
  void foldersOfKmlSayWhatIsWhat() throws Exception {
    Input kml =
        Input.ofText(
            "boundary",
            """
            <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
            <Folder><name>AA</name><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>
            -3.59,40.65 -3.58,40.65 -3.58,40.66 -3.59,40.66 -3.59,40.65
            </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
            <Folder><name>RA wetland</name><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>
            -3.587,40.653 -3.584,40.653 -3.584,40.656 -3.587,40.656 -3.587,40.653
            </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
            <Folder><name>AC</name><Placemark><Point><coordinates>-3.585,40.65</coordinates></Point></Placemark></Folder>
            <Folder><name>ST</name><Placemark><Point><coordinates>-3.588,40.658</coordinates></Point></Placemark></Folder>
            </Document></kml>
            """);
    EngineRun run = EngineRun.of("{}", kml);
    String kinds = run.json("layout.geojson").findValuesAsText("kind").toString();
    assertThat(kinds).isEqualTo("[boundary, exclusion, entry, asset, road]");
    assertThat(run.json("layout.geojson").toString()).contains("\"assumed\":false");
  }

  @Test
  void anElevationModelThatDoesNotCoverTheSiteSaysByHowMuch() {
    String ascii =
        "ncols 3\nnrows 3\nxllcorner 450000\nyllcorner 4500000\ncellsize 100\n"
            + "1 1 1\n1 1 1\n1 1 1\n";
    assertThatThrownBy(() ->
            EngineRun.of(
                "{\"crs\": \"EPSG:32630\", \"terrain\": {\"demCrs\": \"EPSG:32630\"}}",
                field(),
                Input.ofText("dem", ascii)))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("does not cover the site")
        .hasMessageContaining("600 m");
  }

  @Test
  void aGridBeyondTheLimitIsRefusedBeforeItIsMadeWithTheWayOut() {
    assertThatThrownBy(() ->
            EngineRun.of(
                "{\"crs\": \"EPSG:32630\", \"terrain\": {\"resolutionMetres\": 0.1}}", field()))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("at most 12000000 are possible")
        .hasMessageContaining("set it to 1 or more");
  }

  @ParameterizedTest
  @CsvSource({"solarBlock, 20, 10", "solarBlock, 8, 8", "substation, 8, 8", "carPark, 12, 12"})
  void aKindWithALimitAcrossKeepsItWhereTheOtherIsRaised(String name, double slope, double eastWest)
      throws Exception {
    String block =
        """
        {"catalogue": [{"name": "%s", "lengthMetres": 30, "widthMetres": 20, "maxSlopePercent": %s}]}
        """
            .formatted(name, slope);
    assertThat(new SiteLayout().parameters(EngineRun.JSON.readTree(block)).catalogue())
        .filteredOn(type -> type.name().equals(name))
        .extracting(AssetType::slope)
        .containsExactly(new AssetType.SlopeLimit(slope, eastWest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"targetCapacityKw\": -1} | targetCapacityKw",
        "{\"roads\": {\"maxGradePercent\": 12, \"impassablePercent\": 5}} |"
            + " roads.impassablePercent",
        "{\"roads\": {\"maxgrade\": 12}} | roads.maxgrade",
        "{\"assets\": [{\"type\": \"sub\"}]} | assets[0].type",
        "{\"fixedAssets\": [{\"type\": \"substation\"}]} | fixedAssets[0].position",
        "{\"fixedAssets\": [{\"type\": \"substation\", \"position\": {\"x\": 1, \"y\": 2},"
            + " \"elevation\": \"fixed\"}]} | fixedAssets[0].elevationMetres",
        "{\"catalogue\": [{\"name\": \"mine\"}]} | catalogue[0].lengthMetres",
        "{\"catalogue\": [{\"name\": \"solarBlock\", \"maxSlopePercent\": 8,"
            + " \"maxEastWestSlopePercent\": 9}]} | catalogue[0].maxEastWestSlopePercent",
        "{\"earthworks\": {\"padElevation\": \"fixed\"}} | earthworks.padElevation"
      })
  void aWrongParameterIsNamedWithItsPath(String block, String path) {
    assertThatThrownBy(() -> new SiteLayout().parameters(EngineRun.JSON.readTree(block)))
        .isInstanceOf(BadParametersException.class)
        .hasMessageContaining(path);
  }
}
