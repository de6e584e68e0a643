package dev.groma.engine.rooms.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.rooms.Opening;
import dev.groma.engine.rooms.Wall;
import dev.groma.engine.rooms.WallPlan;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {

  private static ReadPlan read(String json) throws Exception {
    return PlanReader.read(Input.ofText("walls", json), 0, EngineContext.silent());
  }

  private static ReadPlan readWalls(String walls) throws Exception {
    return read("{\"walls\":[" + walls + "]}");
  }

  private static String problems(String json) {
    BadInputException error = catchThrowableOfType(BadInputException.class, () -> read(json));
    assertThat(error).as("an error for %s", json).isNotNull();
    return error.problems().first().stream()
        .map(Problem::describe)
        .collect(Collectors.joining("|"));
  }

  private static String segments(WallPlan plan) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < plan.segmentCount(); s++) {
      text.append(s == 0 ? "" : " ")
          .append(plan.walls().get(plan.wall(s)).id())
          .append(
              String.format(
                  java.util.Locale.ROOT,
                  ":%.3g,%.3g-%.3g,%.3g",
                  plan.x1(s),
                  plan.y1(s),
                  plan.x2(s),
                  plan.y2(s)));
    }
    return text.toString();
  }

  @Test
  void readsWallsAsUsersWriteThem() throws Exception {
    ReadPlan read =
        readWalls(
            """
            {"type":"line","start":[0,0],"end":[4,0],"is_load_bearing":true},
            {"end":[4,3],"start":[4,0.5],"id":"east","thickness":0.2,"virtual":true,"type":"line"},
            {"type":"line","start":[-1.5e0,0],"end":[0,3],"id":7,"isLoadBearing":false,"thickness":null}
            """);
    assertThat(segments(read.plan()))
        .isEqualTo("w0:0.00,0.00-4.00,0.00 east:4.00,0.500-4.00,3.00 7:-1.50,0.00-0.00,3.00");
    assertThat(read.plan().walls())
        .containsExactly(
            new Wall("w0", 0, false, true),
            new Wall("east", 0.2, true, false),
            new Wall("7", 0, false, false));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void readsAnEmptyPlan() throws Exception {
    assertThat(read("{\"walls\":[],\"properties\":{\"mine\":1}}").plan().segmentCount()).isZero();
    assertThat(read("{\"type\":\"FeatureCollection\",\"features\":[]}").plan().segmentCount())
        .isZero();
  }

  @Test
  void leavesOutWallsWithoutLengthAndSaysSo() throws Exception {
    ReadPlan read =
        readWalls(
            "\n{\"type\":\"line\",\"start\":[1,1],\"end\":[1,1.0]},"
                + "{\"type\":\"line\",\"start\":[1,1],\"end\":[2,1]}");
    assertThat(segments(read.plan())).isEqualTo("w1:1.00,1.00-2.00,1.00");
    assertThat(read.notes())
        .containsExactly("walls[0] (line 2, column 1): wall w0 has length zero and was left out");
  }

  @Test
  void keepsAHundredNotesAndCountsTheRest() throws Exception {
    ReadPlan read =
        readWalls(
            java.util.stream.IntStream.range(0, 250)
                .mapToObj(i -> "{\"type\":\"line\",\"start\":[1,1],\"end\":[1,1]}")
                .collect(Collectors.joining(",")));
    assertThat(read.notes()).hasSize(101).last().isEqualTo("and 150 more notes like these");
  }

  @Test
  void hangsOpeningsIntoTheirWalls() throws Exception {
    ReadPlan read =
        readWalls(
            "{\"type\":\"line\",\"start\":[0,0],\"end\":[3,4],\"openings\":["
                + "{\"type\":\"door\",\"offset\":0.5,\"width\":0.9},"
                + "{\"type\":\"window\",\"offset\":2,\"width\":3,\"id\":\"w\"},"
                + "{\"type\":\"passage\",\"offset\":0,\"width\":5}]}");
    assertThat(read.plan().openings())
        .containsExactly(
            new Opening("w0/opening-0", Opening.Kind.DOOR, 0, 0.5, 0.9),
            new Opening("w", Opening.Kind.WINDOW, 0, 2, 3),
            new Opening("w0/opening-2", Opening.Kind.PASSAGE, 0, 0, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{} ~ line 1, column 1: must have the member walls, or be GeoJSON with the member type",
        "[] ~ line 1, column 1: must be an object, was an array; write {\"walls\": [...]}",
        "7 ~ line 1, column 1: must be an object, was 7",
        "{\"wall\":[]} ~ wall (line 1, column 2): is not a known member; did you mean walls?|line 1, column 1: must have the member walls, or be GeoJSON with the member type",
        "{\"walls\":[],\"unit\":\"m\"} ~ unit (line 1, column 13): is not a known member; known are walls, properties, type, features, id, geometry, coordinates",
        "{\"walls\":{}} ~ walls (line 1, column 10): must be an array, was an object",
        "{\"walls\":null} ~ line 1, column 1: must have the member walls, or be GeoJSON with the member type",
        "{\"walls\":[],\"type\":\"Feature\"} ~ type (line 1, column 20): does not go with walls: write walls or GeoJSON, not both",
        "{\"walls\":[null]} ~ walls[0] (line 1, column 11): must be an object, was null",
        "{\"walls\":[{}]} ~ walls[0] (line 1, column 11): lacks the member type",
        "{\"walls\":[{\"type\":\"line\"}]} ~ walls[0] (line 1, column 11): lacks the member start|walls[0] (line 1, column 11): lacks the member end",
        "{\"walls\":[{\"type\":\"spline\"}]} ~ walls[0].type (line 1, column 19): must be line or arc, was spline",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0],\"end\":[1,2,3]}]} ~ walls[0].start (line 1, column 34): must be a point [x, y], has 1 elements|walls[0].end (line 1, column 44): must be a point [x, y], has 3 elements",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,\"0\"],\"end\":[1,2e9]}]} ~ walls[0].start[1] (line 1, column 37): must be a number, was the string \"0\"|walls[0].end[1] (line 1, column 51): must be between -1000000000 and 1000000000, was 2e9",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,NaN],\"end\":{\"x\":1}}]} ~ walls[0].start[1] (line 1, column 37): must be a finite number, was NaN|walls[0].end (line 1, column 48): must be an array, was an object",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"ende\":[1,1]}]} ~ walls[0].ende (line 1, column 40): is not a known member; did you mean end?|walls[0] (line 1, column 11): lacks the member end",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,1],\"radius\":1}]} ~ walls[0].radius (line 1, column 61): belongs to an arc; this wall's type is line",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,1],\"thickness\":-1}]} ~ walls[0].thickness (line 1, column 64): must be between 0 and 1000000000, was -1",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,1],\"isLoadBearing\":1}]} ~ walls[0].isLoadBearing (line 1, column 68): must be true or false, was 1",
        "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,1],\"isLoadBearing\":true,\"is_load_bearing\":true}]} ~ walls[0].is_load_bearing (line 1, column 91): means the same as isLoadBearing; write one of them",
      })
  void namesWhatIsWrongAndWhere(String json, String expected) {
    assertThat(problems(json)).isEqualTo(expected);
  }

  @Test
  void refusesIdsThatComeTwice() {
    String line = "\"type\":\"line\",\"start\":[0,0],\"end\":[1,1]}";
    assertThat(problems("{\"walls\":[{\"id\":\"a\"," + line + ",\n{\"id\":\"a\"," + line + "]}"))
        .isEqualTo("walls[1].id (line 2, column 7): is the id of an earlier wall, too: a");
    assertThat(problems("{\"walls\":[{\"id\":\"w1\"," + line + ",\n{" + line + "]}"))
        .isEqualTo(
            "walls[1] (line 2, column 1): has no id, and the one by its position, w1, belongs to"
                + " another wall");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"door\",\"offset\":4.2,\"width\":0.9} ~ walls[0].openings[0] (line 2, column 1): must lie within the wall; it ends 0.100 beyond the end, which is 5.00000 from the start",
        "{\"type\":\"door\",\"offset\":-1,\"width\":0.9} ~ walls[0].openings[0].offset (line 2, column 25): must be between 0 and 1000000000, was -1",
        "{\"type\":\"door\",\"offset\":0,\"width\":0} ~ walls[0].openings[0].width (line 2, column 35): must be above 0, was 0",
        "{\"type\":\"gate\",\"offset\":0,\"width\":1} ~ walls[0].openings[0].type (line 2, column 9): must be door, window or passage, was gate",
        "{\"type\":\"door\",\"width\":1} ~ walls[0].openings[0] (line 2, column 1): lacks the member offset",
      })
  void checksOpenings(String opening, String expected) {
    assertThat(
            problems(
                "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[3,4],\"openings\":[\n"
                    + opening
                    + "]}]}"))
        .isEqualTo(expected);
  }

  @Test
  void readsGeoJsonWhateverTheOrderOfMembers() throws Exception {
    ReadPlan read =
        read(
            """
            {"features":[
             {"properties":{"id":"p","thickness":0.1,"colour":"red"},
              "geometry":{"coordinates":[[0,0],[1,0],[1,1]],"type":"LineString"},"type":"Feature"},
             {"type":"Feature","id":12,"properties":{"is_load_bearing":true,"id":"not me"},
              "geometry":{"type":"MultiLineString","coordinates":[[[0,0,9.5],[2,0]],[[5,5],[5,6]]]}},
             {"type":"Feature","geometry":{"type":"Polygon",
              "coordinates":[[[0,0],[1,0],[0,1],[0,0]]]},"properties":null},
             {"type":"Feature","geometry":null,"properties":{}}
            ],"crs":{"any":"thing"},"type":"FeatureCollection"}
            """);
    assertThat(segments(read.plan()))
        .isEqualTo(
            "p:0.00,0.00-1.00,0.00 p:1.00,0.00-1.00,1.00"
                + " 12:0.00,0.00-2.00,0.00 12:5.00,5.00-5.00,6.00"
                + " w2:0.00,0.00-1.00,0.00 w2:1.00,0.00-0.00,1.00 w2:0.00,1.00-0.00,0.00");
    assertThat(read.plan().walls())
        .containsExactly(
            new Wall("p", 0.1, false, false),
            new Wall("12", 0, false, true),
            new Wall("w2", 0, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]}",
        "{\"coordinates\":[[0,0],[1,0]],\"type\":\"LineString\",\"bbox\":[0,0,1,0]}",
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]}}",
        "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]},\"type\":\"Feature\"}",
      })
  void readsABareFeatureOrGeometry(String json) throws Exception {
    assertThat(segments(read(json).plan())).isEqualTo("w0:0.00,0.00-1.00,0.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"Point\",\"coordinates\":[0,0]} ~ geometry.type (line 2, column 9): must be LineString, MultiLineString, Polygon or MultiPolygon, as walls are lines; was Point",
        "{\"type\":\"GeometryCollection\",\"geometries\":[]} ~ geometry.type (line 2, column 9): must be LineString, MultiLineString, Polygon or MultiPolygon, as walls are lines; was GeometryCollection",
        "{\"type\":\"LineString\"} ~ geometry (line 2, column 1): lacks the member coordinates",
        "{\"coordinates\":[[0,0],[1,1]]} ~ geometry (line 2, column 1): lacks the member type",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0]]} ~ geometry.coordinates (line 2, column 36): must have 2 or more positions in every line",
        "{\"type\":\"LineString\",\"coordinates\":[[[0,0],[1,1]]]} ~ geometry.coordinates (line 2, column 36): of a LineString are nested 1 deep, these are 2",
        "{\"type\":\"LineString\",\"coordinates\":[0,[1,1]]} ~ geometry.coordinates[1] (line 2, column 39): must be a number, was an array",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1]]} ~ geometry.coordinates[1] (line 2, column 43): must be a position [x, y], has 1 element",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,true]]} ~ geometry.coordinates[1][1] (line 2, column 46): must be a number, was true",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],5]} ~ geometry.coordinates[1] (line 2, column 43): must be an array, was 5",
        "{\"type\":\"LineString\",\"coordinates\":[[0,0],[[1,1]]]} ~ geometry.coordinates[1][0] (line 2, column 44): is a position nested 2 deep, where others are 1",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]} ~ geometry.coordinates (line 2, column 33): must end every ring where it begins",
        "[] ~ geometry (line 2, column 1): must be an object, was an array",
      })
  void refusesOtherGeometriesByName(String geometry, String expected) {
    assertThat(problems("{\"type\":\"Feature\",\"geometry\":\n" + geometry + "}"))
        .isEqualTo(expected);
  }

  @Test
  void refusesFeaturesThatAreNone() {
    assertThat(
            problems(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Topology\"},3,{}]}"))
        .isEqualTo(
            "features[0].type (line 1, column 49): must be Feature, was Topology"
                + "|features[1] (line 1, column 61): must be an object, was 3"
                + "|features[2] (line 1, column 63): lacks the member type");
    assertThat(problems("{\"type\":\"FeatureCollection\"}"))
        .isEqualTo("line 1, column 1: lacks the member features");
    assertThat(problems("{\"type\":\"Feature\",\"properties\":{}}"))
        .isEqualTo("line 1, column 1: lacks the member geometry");
  }

  @Test
  void countsSegmentsBeforeItKeepsThem() {
    // One arc that asks for 1.1 million chords, and two that ask for 0.7 million each.
    String arc = "{\"type\":\"arc\",\"center\":[0,0],\"radius\":1e9,\"startAngle\":0,\"endAngle\":";
    assertThat(
            catchThrowableOfType(
                BadInputException.class,
                () ->
                    PlanReader.read(
                        Input.ofText(
                            "walls", "{\"walls\":[" + arc + "200},\n" + arc + "200},\n{}]}"),
                        0.008,
                        EngineContext.silent())))
        .hasMessageContainingAll(
            "walls[1] (line 2, column 1): with its", "1,000,000", "walls[2] (line 3, column 1)");
  }

  @Test
  void answersMutatedDrawingsWithBadInputAndNothingElse() throws Exception {
    String[] seeds = {
      "{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[3,4],\"id\":\"a\",\"openings\":"
          + "[{\"type\":\"door\",\"offset\":1,\"width\":0.9}]},{\"type\":\"arc\",\"start\":[0,0],"
          + "\"end\":[1,1],\"bulge\":0.5},{\"type\":\"arc\",\"center\":[0,0],\"radius\":2,"
          + "\"startAngle\":0,\"endAngle\":90},{\"type\":\"arc\",\"start\":[0,0],\"mid\":[1,0.2],"
          + "\"end\":[2,0]}]}",
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"geometry\":{"
          + "\"type\":\"MultiLineString\",\"coordinates\":[[[0,0],[1,1]],[[2,2],[3,3],[4,4]]]},"
          + "\"properties\":{\"thickness\":0.1}}]}",
    };
    Random random = new Random(20261122);
    int refused = 0;
    for (int round = 0; round < 40_000; round++) {
      StringBuilder text = new StringBuilder(seeds[round % 2]);
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        mutate(text, random);
      }
      try {
        read(text.toString());
      } catch (BadInputException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int until = Math.min(text.length(), at + random.nextInt(1, 12));
    switch (random.nextInt(4)) {
      case 0 -> text.setCharAt(at, "{}[]\",:0eN-.9tn".charAt(random.nextInt(15)));
      case 1 -> text.delete(at, until);
      case 2 -> text.insert(at, text.substring(at, until));
      default -> {
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
          at++;
        }
        String[] values = {"1e308", "-0", "1e-320", "NaN", "null", "[]", "\"0\"", "1e9", "-1"};
        if (at < text.length()) {
          text.replace(at, at + 1, values[random.nextInt(values.length)]);
        }
      }
    }
  }

  @Test
  void readsFourHundredThousandWallsAsAStream() throws Exception {
    StringBuilder text = new StringBuilder("{\"walls\":[");
    for (int i = 0; i < 400_000; i++) {
      text.append(i == 0 ? "" : ",\n")
          .append("{\"type\":\"line\",\"start\":[")
          .append(i * 0.37)
          .append(",1.25],\"end\":[3,")
          .append(i)
          .append("],\"is_load_bearing\":false}");
    }
    byte[] bytes = text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    Input input =
        new Input() {
          @Override
          public String name() {
            return "walls";
          }

          @Override
          public long size() {
            return bytes.length;
          }

          @Override
          public java.io.InputStream open() {
            return new java.io.ByteArrayInputStream(bytes);
          }
        };
    ReadPlan read = PlanReader.read(input, 0, EngineContext.silent());
    assertThat(read.plan().segmentCount()).isEqualTo(400_000);
    assertThat(read.plan().x1(399_999)).isEqualTo(399_999 * 0.37);
  }
}
