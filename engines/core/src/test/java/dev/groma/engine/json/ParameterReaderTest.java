package dev.groma.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterReaderTest {

  private static final Map<String, Integer> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("m", 1);
    UNITS.put("mm", 1000);
  }

  private record Parameters(double tolerance, int unit) {}

  private static Parameters read(String json) throws Exception {
    JsonNode node =
        JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .readTree(json);
    ParameterReader block = new ParameterReader(node, List.of("walls"));
    int unit = block.choice("unit", 1, UNITS);
    double tolerance = block.number("snapTolerance", 0.01 * unit, 0, 1e6);
    block.finish();
    return new Parameters(tolerance, unit);
  }

  @Test
  void fillsInDefaultsAndPassesOverInputs() throws Exception {
    assertThat(read("{\"walls\":{\"inline\":\"\"}}")).isEqualTo(new Parameters(0.01, 1));
    assertThat(read("{\"snapTolerance\":null,\"unit\":\"mm\"}"))
        .isEqualTo(new Parameters(10, 1000));
    assertThat(read("{\"snapTolerance\":0}")).isEqualTo(new Parameters(0, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"snapTolerance\":-1} ~ snapTolerance: must be between 0 and 1000000, was -1",
        "{\"snapTolerance\":1e7} ~ snapTolerance: must be between 0 and 1000000, was 1.0E7",
        "{\"snapTolerance\":NaN} ~ snapTolerance: must be between 0 and 1000000, was NaN",
        "{\"snapTolerance\":\"1\"} ~ snapTolerance: must be a number, was the string \"1\"",
        "{\"unit\":\"yd\"} ~ unit: must be one of m, mm, was the string \"yd\"",
        "{\"unit\":5} ~ unit: must be one of m, mm, was 5",
        "{\"snaptolerance\":1} ~ snaptolerance: is not a known member; did you mean snapTolerance?",
        "{\"seed\":1} ~ seed: is not a known member; known are walls, unit, snapTolerance",
        "[] ~ must be an object, was an array",
      })
  void namesTheParameterAndItsRange(String json, String expected) {
    assertThatThrownBy(() -> read(json)).hasMessage(expected);
  }

  @Test
  void collectsEveryProblem() {
    BadParametersException error =
        catchThrowableOfType(
            BadParametersException.class,
            () -> read("{\"x\":1,\"snapTolerance\":-1,\"unit\":\"q\"}"));
    assertThat(error.problems().first())
        .extracting(Problem::path)
        .containsExactly("unit", "snapTolerance", "x");
  }
}
