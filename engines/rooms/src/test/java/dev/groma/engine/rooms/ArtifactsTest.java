package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The files that the engine writes, for the examples and for plans made to be awkward. */
class ArtifactsTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("groma.root"), "groma.root"));

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static final String[] EXAMPLES = {"apartment.yaml", "office.yaml", "broken.yaml"};

  /** A room with an island, a loose end, a door, a load-bearing wall and a virtual one. */
  private static final String SMALL =
      """
      {"walls": [
        {"id": "s", "type": "line", "start": [0, 0], "end": [4, 0], "thickness": 0.2,
         "isLoadBearing": true, "openings": [{"type": "door", "offset": 1, "width": 0.9}]},
        {"id": "e", "type": "line", "start": [4, 0], "end": [4, 3.004]},
        {"id": "n", "type": "line", "start": [4, 3], "end": [0, 3], "openings":
         [{"type": "window", "offset": 1, "width": 1}, {"type": "passage", "offset": 2.5, "width": 1}]},
        {"id": "w", "type": "line", "start": [0, 3], "end": [0, 0], "virtual": true},
        {"id": "pole", "type": "arc", "center": [1, 2], "radius": 0.4, "startAngle": 0, "endAngle": 360},
        {"id": "stub", "type": "line", "start": [4, 1.5], "end": [3, 1.5]}
      ]}
      """;

  private static Polygon polygon(JsonNode feature) {
    List<LinearRing> rings = new ArrayList<>();
    for (JsonNode ring : feature.at("/geometry/coordinates")) {
      Coordinate[] points = new Coordinate[ring.size()];
      for (int i = 0; i < points.length; i++) {
        points[i] =
            new Coordinate(ring.at("/" + i + "/0").asDouble(), ring.at("/" + i + "/1").asDouble());
      }
      rings.add(GEOMETRY.createLinearRing(points));
    }
    return GEOMETRY.createPolygon(
        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newDefaultNSInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static void checkGeoJson(EngineRun run) throws Exception {
    JsonNode collection = run.json("rooms.geojson");
    double step = collection.at("/plan/lengthStep").asDouble();
    Map<String, JsonNode> byId = new HashMap<>();
    long rooms = 0;
    for (JsonNode feature : collection.get("features")) {
      JsonNode properties = feature.get("properties");
      String id = feature.get("id").asText();
      Polygon polygon = polygon(feature);
      assertThat(polygon.isValid()).as("%s: %s", id, polygon).isTrue();
      assertThat(Orientation.isCCW(polygon.getExteriorRing().getCoordinates())).isTrue();
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        assertThat(Orientation.isCCW(polygon.getInteriorRingN(hole).getCoordinates())).isFalse();
      }
      double perimeter = properties.get("perimeter").asDouble();
      assertThat(polygon.getArea())
          .as(id)
          .isCloseTo(properties.get("area").asDouble(), within(step * perimeter));
      assertThat(polygon.getLength())
          .isCloseTo(perimeter, within(2 * step * polygon.getNumPoints()));
      assertThat(properties.at("/boundingBox/0").asDouble())
          .isCloseTo(polygon.getEnvelopeInternal().getMinX(), within(step));
      assertThat(properties.at("/boundingBox/3").asDouble())
          .isCloseTo(polygon.getEnvelopeInternal().getMaxY(), within(step));
      assertThat(properties.at("/confidence/score").asDouble()).isBetween(0.0, 1.0);
      assertThat(properties.get("id").asText()).isEqualTo(id);
      assertThat(byId.put(id, properties)).as("an id once").isNull();
      rooms += properties.get("kind").asText().equals("room") ? 1 : 0;
    }
    assertThat(rooms).isEqualTo(run.summary().roomsCount());
    assertThat(collection.at("/totals/rooms").asLong()).isEqualTo(rooms);
    byId.forEach((id, properties) -> checkNeighbours(byId, id, properties, step));
  }

  private static void checkNeighbours(
      Map<String, JsonNode> byId, String id, JsonNode properties, double step) {
    for (JsonNode neighbour : properties.get("neighbours")) {
      JsonNode other = Objects.requireNonNull(byId.get(neighbour.get("id").asText()));
      if (neighbour.get("contact").asText().equals("edge")) {
        assertThat(other.get("neighbours"))
            .anySatisfy(back -> {
              assertThat(back.get("id").asText()).isEqualTo(id);
              assertThat(back.get("sharedLength").asDouble())
                  .isCloseTo(neighbour.get("sharedLength").asDouble(), within(2 * step));
            });
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"apartment.yaml", "office.yaml", "broken.yaml"})
  void examplesGiveValidGeoJson(String example) throws Exception {
    checkGeoJson(EngineRun.ofExample(example, walls -> walls));
  }

  @ParameterizedTest
  @CsvSource({"apartment.yaml, 10, 84.465", "office.yaml, 15, 446.7", "broken.yaml, 2, 54.01"})
  void examplesShowWhatTheySay(String example, long rooms, double area) throws Exception {
    RoomSummary summary = EngineRun.ofExample(example, walls -> walls).summary();
    assertThat(summary.roomsCount()).isEqualTo(rooms);
    assertThat(summary.totalAreaM2()).isCloseTo(area, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, double_line, 6",
    "0, raw_edges, 6",
    "10, double_line, 5",
    "10, raw_edges, 5",
    "50, double_line, 5",
    "50, raw_edges, 5"
  })
  void realApartmentsWithDefaults(int number, String drawn, long rooms) throws Exception {
    JsonNode walls = SharedData.json("rooms/resplan/plan" + number + "_walls_" + drawn + ".json");
    EngineRun run = EngineRun.of(walls.toString(), "{\"unit\":\"px\"}");
    assertThat(run.summary().roomsCount()).isEqualTo(rooms);
    assertThat(run.summary().totalAreaM2()).isNull();
    checkGeoJson(run);
  }

  @Test
  void jitteredGridGivesValidGeoJson() throws Exception {
    Random random = new Random(11);
    StringBuilder walls = new StringBuilder("{\"walls\":[");
    for (int i = 0; i < 400; i++) {
      int x = 4 * (i / 4 % 10);
      int y = 3 * (i / 40);
      int[][] corners = {{x, y}, {x + 4, y}, {x + 4, y + 3}, {x, y + 3}};
      int[] from = corners[i % 4];
      int[] to = corners[(i + 1) % 4];
      walls
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"line\",\"start\":[")
          .append(from[0] + jitter(random))
          .append(',')
          .append(from[1] + jitter(random))
          .append("],\"end\":[")
          .append(to[0] + jitter(random))
          .append(',')
          .append(to[1] + jitter(random))
          .append("]}");
    }
    EngineRun run = EngineRun.of(walls.append("]}").toString(), "{}");
    assertThat(run.summary().roomsCount()).isEqualTo(100);
    checkGeoJson(run);
  }

  private static double jitter(Random random) {
    return (random.nextDouble() - 0.5) * 0.006;
  }

  @Test
  void theOrderOfWallsDoesNotChangeAByte() throws Exception {
    for (String example : EXAMPLES) {
      EngineRun asWritten = EngineRun.ofExample(example, ArtifactsTest::named);
      for (int seed = 0; seed < 5; seed++) {
        Random random = new Random(seed);
        EngineRun shuffled = EngineRun.ofExample(example, walls -> shuffled(named(walls), random));
        assertThat(shuffled.summary()).isEqualTo(asWritten.summary());
        for (String name : List.of("rooms.geojson", "plan.svg")) {
          assertThat(shuffled.artifact(name))
              .as(example + " " + name)
              .isEqualTo(asWritten.artifact(name));
        }
        // Notes say where in the text a wall stands, so they do change.
        assertThat(shuffled.json("diagnostics.geojson").get("features"))
            .isEqualTo(asWritten.json("diagnostics.geojson").get("features"));
      }
    }
  }

  /** Every wall with an id, so that none has one by its position. */
  private static String named(String walls) throws Exception {
    JsonNode root = EngineRun.JSON.readTree(walls);
    int position = 0;
    for (JsonNode wall : root.get("walls")) {
      if (!wall.has("id")) {
        ((ObjectNode) wall).put("id", "p" + position);
      }
      position++;
    }
    return root.toString();
  }

  private static String shuffled(String walls, Random random) throws Exception {
    ObjectNode root = (ObjectNode) EngineRun.JSON.readTree(walls);
    List<JsonNode> list = new ArrayList<>();
    root.get("walls").forEach(list::add);
    Collections.shuffle(list, random);
    ArrayNode array = root.putArray("walls");
    list.forEach(array::add);
    return root.toString();
  }

  @Test
  void aRunGivesTheSameBytesAgain() throws Exception {
    for (String example : EXAMPLES) {
      assertThat(EngineRun.ofExample(example, walls -> walls).artifacts())
          .isEqualTo(EngineRun.ofExample(example, walls -> walls).artifacts());
    }
  }

  @Test
  void drawingsAreWellFormedAndShowEveryRoom() throws Exception {
    for (String example : EXAMPLES) {
      EngineRun run = EngineRun.ofExample(example, walls -> walls);
      Document svg = parse(run.artifact("plan.svg"));
      NodeList paths = svg.getElementsByTagNameNS("*", "path");
      long rooms = 0;
      for (int i = 0; i < paths.getLength(); i++) {
        rooms += ((Element) paths.item(i)).getAttribute("id").startsWith("room-") ? 1 : 0;
      }
      assertThat(rooms).isEqualTo(run.summary().roomsCount());
      assertThat(svg.getElementsByTagNameNS("*", "script").getLength()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"walls\":[]}",
        "{\"walls\":[{\"type\":\"line\",\"start\":[5,5],\"end\":[5,5]}]}",
        "{\"walls\":[{\"type\":\"line\",\"start\":[1e9,-1e9],\"end\":[-1e9,1e9]}]}",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1e-12,0]}]}",
        "{\"walls\":[{\"type\":\"arc\",\"center\":[1e9,1e9],\"radius\":1e-3,\"startAngle\":0,\"endAngle\":360}]}",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,0],\"id\":\"<&\\u0000\\ud800>\","
            + "\"openings\":[{\"type\":\"door\",\"offset\":0,\"width\":1}]}]}",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,0],\"thickness\":1e9}]}",
        "{\"walls\":[{\"type\":\"arc\",\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":360,"
            + "\"openings\":[{\"type\":\"door\",\"offset\":0,\"width\":6.283},"
            + "{\"type\":\"door\",\"offset\":1,\"width\":5.2}]}]}",
        "{\"walls\":[{\"type\":\"arc\",\"center\":[0,0],\"radius\":1,\"startAngle\":0,\"endAngle\":360,"
            + "\"openings\":[{\"type\":\"door\",\"offset\":6.2782,\"width\":0.005},"
            + "{\"type\":\"window\",\"offset\":6.2732,\"width\":0.01}]}]}",
      })
  void awkwardPlansAreDrawnToo(String walls) throws Exception {
    for (String unit : List.of("m", "px")) {
      EngineRun run = EngineRun.of(walls, "{\"unit\":\"" + unit + "\"}");
      checkGeoJson(run);
      parse(run.artifact("plan.svg"));
      run.json("diagnostics.geojson");
    }
  }

  @Test
  void tinyAndHugePlansKeepTheirShape() throws Exception {
    for (double scale : new double[] {1e-6, 1e-3, 1, 1e3, 1e7}) {
      String walls =
          "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[%1$s,0]},{\"type\":\"line\",\"start\":[%1$s,0],\"end\":[0,%1$s]},{\"type\":\"line\",\"start\":[0,%1$s],\"end\":[0,0]}]}"
              .formatted(scale);
      EngineRun run = EngineRun.of(walls, "{\"unit\":\"px\"}");
      assertThat(run.summary().roomsCount()).as("scale %s", scale).isEqualTo(1);
      double area = run.json("rooms.geojson").at("/features/0/properties/area").asDouble();
      assertThat(area / (scale * scale)).as("scale %s", scale).isCloseTo(0.5, within(0.001));
      checkGeoJson(run);
    }
  }

  @Test
  void diagnosticsNameTheWallAndTheWayOut() throws Exception {
    JsonNode diagnostics = EngineRun.of(SMALL, "{}").json("diagnostics.geojson");
    JsonNode stub = diagnostics.at("/features/0/properties");
    assertThat(stub.get("kind").asText()).isEqualTo("dangle");
    assertThat(stub.get("wallIds")).hasToString("[\"stub\"]");
    assertThat(stub.get("message").asText())
        .startsWith("stub: 1 m lead to a free end")
        .contains("doorGapMax");
    assertThat(stub.get("length").asDouble()).isEqualTo(1);
  }

  /** The last of the oracles: what was looked at and found good. */
  @Test
  void writesWhatItWroteBefore() throws Exception {
    Path golden = ROOT.resolve("engines/rooms/src/test/resources/dev/groma/engine/rooms/golden");
    for (Map.Entry<String, String> artifact : EngineRun.of(SMALL, "{}").artifacts().entrySet()) {
      checkGolden(golden.resolve(artifact.getKey()), artifact.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"apartment", "office", "broken"})
  void picturesInTheDocsAreWhatTheProgramDraws(String example) throws Exception {
    EngineRun run = EngineRun.ofExample(example + ".yaml", walls -> walls);
    checkGolden(ROOT.resolve("docs/images/" + example + ".svg"), run.artifact("plan.svg"));
  }

  private static void checkGolden(Path file, String written) throws Exception {
    if (Boolean.getBoolean("groma.golden.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, written);
    }
    assertThat(written)
        .as("%s; after looking at the change, run with -Dgroma.golden.update=true", file)
        .isEqualTo(Files.readString(file));
  }

  /** Every block of JSON in the reference of walls is read without a problem. */
  @Test
  void theReferenceTellsTheTruth() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/reference/walls.md"));
    List<Long> rooms = new ArrayList<>();
    Matcher block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (block.find()) {
      rooms.add(EngineRun.of(block.group(1), "{}").summary().roomsCount());
    }
    assertThat(rooms).containsExactly(1L, 1L, 1L);
  }

  /** The example of problems in the reference is what a reader sees. */
  @Test
  void theReferenceShowsRealProblems() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/reference/walls.md"));
    String walls =
        """
        {"walls": [
          {"type": "line", "start": [0, 0], "end": [4, 0]},
          {"type": "line", "start": [4, 0], "end": [4, NaN], "thicknes": 0.1},
          {"type": "line", "start": [4, 3]}
        ]}
        """;
    assertThatThrownBy(() -> EngineRun.of(walls, "{}"))
        .satisfies(error -> assertThat(page).contains("```\n" + error.getMessage() + "\n```"));
  }
}
