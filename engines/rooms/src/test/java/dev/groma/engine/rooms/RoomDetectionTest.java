package dev.groma.engine.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomDetectionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SQUARE =
      """
      {"walls": [
        {"type": "line", "start": [0, 0], "end": [4, 0]},
        {"type": "line", "start": [4, 0], "end": [4, 3]},
        {"type": "line", "start": [4, 3], "end": [0, 3]},
        {"type": "line", "start": [0, 3], "end": [0, 0]}
      ]}
      """;

  private final RoomDetection engine = new RoomDetection();
  private final Map<String, ByteArrayOutputStream> artifacts = new LinkedHashMap<>();

  private RoomParameters parameters(String json) throws Exception {
    return engine.parameters(JSON.readTree(json));
  }

  private RoomSummary run(String walls, String parameters) throws Exception {
    return run(walls, parameters, EngineContext.silent());
  }

  private RoomSummary run(String walls, String parameters, EngineContext context) throws Exception {
    return engine.run(
        new Inputs(List.of(Input.ofText("walls", walls))),
        parameters(parameters),
        (name, mediaType) -> {
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          artifacts.put(name + " " + mediaType, out);
          return out;
        },
        context);
  }

  @Test
  void findsTheRoomOfASquare() throws Exception {
    RoomSummary summary = run(SQUARE, "{}");
    assertThat(summary).isEqualTo(new RoomSummary(1, 1, 12.0));
    assertThat(JSON.writeValueAsString(summary))
        .isEqualTo("{\"roomsCount\":1,\"confidenceScore\":1.0,\"totalAreaM2\":12.0}");
  }

  @Test
  void writesThreeArtifacts() throws Exception {
    run(SQUARE, "{}");
    assertThat(artifacts.keySet())
        .containsExactly(
            "rooms.geojson application/geo+json",
            "diagnostics.geojson application/geo+json",
            "plan.svg image/svg+xml");
  }

  @ParameterizedTest
  @CsvSource({"m, 12", "cm, 0.0012", "mm, 0.000012", "ft, 1.11484", "in, 0.00774192"})
  void givesTheAreaInSquareMetres(String unit, double area) throws Exception {
    assertThat(run(SQUARE, "{\"unit\":\"" + unit + "\",\"snapTolerance\":0}").totalAreaM2())
        .isEqualTo(area);
  }

  @Test
  void knowsNoSquareMetresInPixels() throws Exception {
    assertThat(JSON.writeValueAsString(run(SQUARE, "{\"unit\":\"px\"}")))
        .isEqualTo("{\"roomsCount\":1,\"confidenceScore\":1.0}");
  }

  @Test
  void answersWithNoRoomsWhereWallsEncloseNothing() throws Exception {
    assertThat(run("{\"walls\":[]}", "{}")).isEqualTo(new RoomSummary(0, 0, 0.0));
    assertThat(run("{\"walls\":[{\"type\":\"line\",\"start\":[0,0],\"end\":[1,0]}]}", "{}"))
        .isEqualTo(new RoomSummary(0, 0, 0.0));
  }

  @Test
  void fillsInDefaultsByUnit() throws Exception {
    assertThat(parameters("{\"walls\":{}}")).isEqualTo(RoomParameters.defaults(LengthUnit.METRE));
    assertThat(parameters("{\"unit\":\"mm\"}"))
        .isEqualTo(RoomParameters.defaults(LengthUnit.MILLIMETRE));
    assertThat(parameters("{\"unit\":\"mm\",\"maxWallThickness\":300}").maxWallThickness())
        .isEqualTo(300);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"snapTolerance\":-1} ~ snapTolerance: must be",
        "{\"doorGapMax\":\"wide\"} ~ doorGapMax: must be a number, was the string \"wide\"",
        "{\"minRoomArea\":-0.5} ~ minRoomArea: must be",
        "{\"unit\":\"yd\"} ~ unit: must be one of m, cm, mm, ft, in, px, was the string \"yd\"",
        "{\"snapTolerence\":1} ~ snapTolerence: is not a known member; did you mean snapTolerance?",
      })
  void namesParametersThatAreWrong(String block, String expected) {
    assertThatThrownBy(() -> parameters(block)).message().startsWith(expected);
  }

  @Test
  void collectsEveryWrongParameter() {
    assertThatThrownBy(() ->
            parameters("{\"snapTolerance\":-1,\"minRoomArea\":-1,\"doorGapMax\":null,\"x\":1}"))
        .message()
        .hasLineCount(3);
  }

  @Test
  void writesNothingForBadInput() {
    assertThatThrownBy(() -> run("{\"walls\":[{}]}", "{}")).isInstanceOf(BadInputException.class);
    assertThat(artifacts).isEmpty();
  }

  @Test
  void reportsProgressThatNeverFalls() throws Exception {
    List<Integer> percents = new ArrayList<>();
    run(
        SQUARE,
        "{}",
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {
            percents.add(percent);
          }

          @Override
          public void checkCancelled() {}
        });
    assertThat(percents).isSorted().startsWith(0).endsWith(100).allMatch(p -> p >= 0 && p <= 100);
  }

  @Test
  void stopsWhenAskedTo() {
    EngineContext cancelled =
        new EngineContext() {
          @Override
          public void progress(int percent, String stage) {}

          @Override
          public void checkCancelled() throws CancelledException {
            throw new CancelledException();
          }
        };
    assertThatThrownBy(() -> run(SQUARE, "{}", cancelled)).isInstanceOf(CancelledException.class);
  }
}
