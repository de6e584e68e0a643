package dev.groma.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.engine.BadInputException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

  private static final Members ROOT = Members.only("name", "size", "flag", "points", "maybe");

  /** What the test's little format says, written back in one line. */
  private static @Nullable String readShape(JsonReader json) throws java.io.IOException {
    JsonObject root = json.object(ROOT);
    if (root == null) {
      return null;
    }
    List<String> seen = new ArrayList<>();
    for (String member = root.next(); member != null; member = root.next()) {
      switch (member) {
        case "name" -> seen.add("name=" + json.string(5));
        case "size" -> seen.add("size=" + json.number(0, 100));
        case "flag" -> seen.add("flag=" + json.bool());
        case "points" -> seen.add("points=" + readPoints(json));
        default -> {}
      }
    }
    root.require("name");
    return String.join(" ", seen);
  }

  private static List<Double> readPoints(JsonReader json) throws java.io.IOException {
    List<Double> points = new ArrayList<>();
    JsonArray array = json.array();
    while (array != null && array.next()) {
      points.add(json.number());
    }
    return points;
  }

  private static String read(String text) throws Exception {
    return JsonReader.read(
        Input.ofText("shape", text), JsonLimits.DEFAULT, JsonReaderTest::readShape);
  }

  private static Input ofBytes(byte... bytes) {
    return new Input() {
      @Override
      public String name() {
        return "shape";
      }

      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  private static List<Problem> problemsOf(Input input) {
    BadInputException error =
        catchThrowableOfType(
            BadInputException.class,
            () -> JsonReader.read(input, JsonLimits.DEFAULT, JsonReaderTest::readShape));
    assertThat(error).as("an error").isNotNull();
    return error.problems().first();
  }

  private static String describe(String text) {
    return problemsOf(Input.ofText("shape", text)).stream()
        .map(Problem::describe)
        .collect(Collectors.joining("|"));
  }

  @Test
  void readsEveryTypeInAnyOrder() throws Exception {
    assertThat(read("{\"size\":1e1,\"points\":[1,-2.5],\"flag\":true,\"name\":\"a\"}"))
        .isEqualTo("size=10.0 points=[1.0, -2.5] flag=true name=a");
  }

  @Test
  void toleratesByteOrderMarkAndSurroundingSpace() throws Exception {
    assertThat(read("\uFEFF \r\n{\"name\":\"a\"}\n\n")).isEqualTo("name=a");
  }

  @Test
  void takesNullForAbsent() throws Exception {
    assertThat(read("{\"name\":\"a\",\"size\":null,\"points\":null}")).isEqualTo("name=a");
  }

  @Test
  void passesOverWhatNobodyReads() throws Exception {
    assertThat(read("{\"maybe\":{\"a\":[{\"b\":1}]},\"name\":\"a\"}")).isEqualTo("name=a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"name\":5} ~ name (line 1, column 9): must be a string, was 5",
        "{\"name\":\"\"} ~ name (line 1, column 9): must have 1 to 5 characters, has 0",
        "{\"name\":\"abcdef\"} ~ name (line 1, column 9): must have 1 to 5 characters, has 6",
        "{\"name\":[1]} ~ name (line 1, column 9): must be a string, was an array",
        "{\"name\":null} ~ name (line 1, column 9): must be given, was null",
        "{} ~ line 1, column 1: lacks the member name",
        "[] ~ line 1, column 1: must be an object, was an array",
        "\"x\" ~ line 1, column 1: must be an object, was the string \"x\"",
        "{\"name\":\"a\",\"size\":\"1\"} ~ size (line 1, column 20): must be a number, was the string \"1\"",
        "{\"name\":\"a\",\"size\":-1} ~ size (line 1, column 20): must be between 0 and 100, was -1",
        "{\"name\":\"a\",\"size\":1e3} ~ size (line 1, column 20): must be between 0 and 100, was 1e3",
        "{\"name\":\"a\",\"size\":NaN} ~ size (line 1, column 20): must be a finite number, was NaN",
        "{\"name\":\"a\",\"size\":-Infinity} ~ size (line 1, column 20): must be a finite number, was -Infinity",
        "{\"name\":\"a\",\"size\":1e999} ~ size (line 1, column 20): must be a number below 1.8e308 in size, was 1e999",
        "{\"name\":\"a\",\"size\":{}} ~ size (line 1, column 20): must be a number, was an object",
        "{\"name\":\"a\",\"flag\":0} ~ flag (line 1, column 20): must be true or false, was 0",
        "{\"name\":\"a\",\"points\":7} ~ points (line 1, column 22): must be an array, was 7",
        "{\"name\":\"a\",\"points\":[1,[2],\"3\"]} ~ points[1] (line 1, column 25): must be a number, was an array|points[2] (line 1, column 29): must be a number, was the string \"3\"",
        "{\"name\":\"a\",\"nmae\":1} ~ nmae (line 1, column 13): is not a known member; did you mean name?",
        "{\"name\":\"a\",\"FLAG\":1} ~ FLAG (line 1, column 13): is not a known member; did you mean flag?",
        "{\"name\":\"a\",\"colour\":[{}]} ~ colour (line 1, column 13): is not a known member; known are name, size, flag, points, maybe",
        "{\"name\":\"a\",\"name\":5} ~ name (line 1, column 13): is given twice, first on line 1",
        "{\"name\":\"a\"} true ~ line 1, column 14: there is text after the end of the document",
      })
  void namesPathLineColumnAndWayOut(String text, String expected) {
    assertThat(describe(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"name\":\"a\"} } ~ 1 ~ 14 ~ this is not JSON",
        "{\"name\":\"a\",} ~ 1 ~ 13 ~ this is not JSON",
        "{\"name\":'a'} ~ 1 ~ 9 ~ this is not JSON",
        "{\"name\":\"a\" \"size\":1} ~ 1 ~ 13 ~ this is not JSON",
        "{\"name\":\"a\" ~ 1 ~  ~ the document ends too early",
        "{\"name\":\"a ~ 1 ~  ~ the document ends too early",
        "{\"name\":01} ~ 1 ~  ~ this is not JSON",
        "# a comment ~ 1 ~ 1 ~ this is not JSON",
      })
  void placesSyntaxErrors(String text, int line, @Nullable Integer column, String start) {
    Problem problem = problemsOf(Input.ofText("shape", text)).getLast();
    assertThat(problem.message()).startsWith(start).doesNotContain("Source", "Feature", "\n");
    assertThat(problem.line()).isEqualTo(line);
    if (column != null) {
      assertThat(problem.column()).isEqualTo(column);
    }
  }

  @Test
  void keepsProblemsFoundBeforeASyntaxError() {
    assertThat(problemsOf(Input.ofText("shape", "{\"size\":-1,\n\"points\":[1,,2]}")))
        .extracting(Problem::path, Problem::line)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("size", 1),
            org.assertj.core.groups.Tuple.tuple("points[1]", 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void countsLinesAndCharactersNotBytes(String newline) {
    assertThat(describe("{" + newline + "\"name\":\"\u00e4\u00f6\ud83c\udfe0\", \"size\":-1}"))
        .isEqualTo("size (line 2, column 23): must be between 0 and 100, was -1");
  }

  @Test
  void saysThatAnEmptyTextIsEmpty() {
    assertThat(describe("")).startsWith("line 1, column 1: the text is empty");
    assertThat(describe(" \n ")).contains("the text is empty");
  }

  @Test
  void locatesBytesThatAreNotUtf8AndReadsOn() {
    byte[] latin1 =
        "\ufeff{\"maybe\":\"\u00e4\r\n\u00dc\",\n\"size\":-1, \"name\":\"a\"}"
            .replace("\ufeff", "")
            .getBytes(StandardCharsets.ISO_8859_1);
    latin1[10] = 'x';
    assertThat(problemsOf(ofBytes(latin1)))
        .extracting(Problem::describe)
        .anySatisfy(text ->
            assertThat(text)
                .isEqualTo(
                    "line 2, column 1: byte 0xDC is not valid UTF-8; save the text as UTF-8"));
  }

  @Test
  void locatesInvalidUtf8AcrossBufferBorders() {
    for (int length : new int[] {65_534, 65_535, 65_536, 131_071, 131_072}) {
      byte[] bytes = ("{\"maybe\":\"" + "x".repeat(length)).getBytes(StandardCharsets.UTF_8);
      bytes[length - 1] = (byte) 0xC3; // the first of two bytes, the second missing
      assertThat(problemsOf(ofBytes(bytes)).getFirst())
          .extracting(Problem::line, Problem::column)
          .containsExactly(1, length);
    }
  }

  @Test
  void refusesTooManyBytesUnread() {
    Input huge =
        new Input() {
          @Override
          public String name() {
            return "shape";
          }

          @Override
          public long size() {
            return (64L << 20) + 1;
          }

          @Override
          public InputStream open() {
            throw new AssertionError("read before the limit was checked");
          }
        };
    assertThat(problemsOf(huge).getFirst().message())
        .isEqualTo(
            "the text has 67,108,865 bytes, more than the 67,108,864 that are read; split it");
  }

  @Test
  void holdsTheLimitsOfDepthAndStrings() throws Exception {
    assertThat(read("{\"name\":\"a\",\"maybe\":" + "[".repeat(63) + "]".repeat(63) + "}"))
        .isEqualTo("name=a");
    assertThat(describe("{\"maybe\":" + "[".repeat(64) + "]".repeat(64) + "}"))
        .contains("beyond a limit", "64");
    String longest = "x".repeat(1 << 20);
    assertThat(read("{\"name\":\"a\",\"maybe\":\"" + longest + "\"}")).isEqualTo("name=a");
    assertThat(describe("{\"name\":\"" + longest.repeat(2) + "\"}")).contains("beyond a limit");
  }

  @Test
  void keepsAHundredProblemsAndCountsTheRest() {
    String text = "{\"name\":\"a\",\"points\":[" + "\"x\",".repeat(999) + "\"x\"]}";
    BadInputException error = catchThrowableOfType(BadInputException.class, () -> read(text));
    assertThat(error.problems().first()).hasSize(100);
    assertThat(error.problems().total()).isEqualTo(1000);
    assertThat(error).hasMessageEndingWith("and 900 more");
  }

  @Test
  void showsForeignTextShortAndHarmless() {
    String evil = "\u001b[31m\u202e" + "x".repeat(100_000);
    String message =
        describe("{\"name\":\"a\",\"size\":\"" + evil.replace("\u001b", "\\u001b") + "\"}");
    assertThat(message).contains("\\u001b[31m\\u202exxx").endsWith("...\"").hasSizeLessThan(200);
  }

  @Test
  void passesOnWhatTheStreamThrows() {
    Input broken =
        new Input() {
          @Override
          public String name() {
            return "shape";
          }

          @Override
          public long size() {
            return 10;
          }

          @Override
          public InputStream open() throws java.io.IOException {
            throw new java.io.IOException("disk gone");
          }
        };
    assertThatThrownBy(() -> JsonReader.read(broken, JsonLimits.DEFAULT, JsonReaderTest::readShape))
        .isExactlyInstanceOf(java.io.IOException.class);
  }

  @Test
  void survivesNamesMadeToCollide() {
    StringBuilder text = new StringBuilder("{\"name\":\"a\"");
    for (int i = 0; i < 1 << 14; i++) {
      text.append(",\"");
      for (int bit = 0; bit < 14; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      text.append("\":1");
    }
    assertThat(problemsOf(Input.ofText("shape", text + "}"))).isNotEmpty();
  }

  @Test
  void answersMutatedTextWithBadInputAndNothingElse() throws Exception {
    String valid =
        "{\"name\":\"abc\",\"size\":1.5e1,\"flag\":true,\"points\":[1,-2.5],\"maybe\":{\"a\":[null]}}";
    Random random = new Random(20261122);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        int at = random.nextInt(bytes.length);
        bytes[at] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "{}[]\",:0eN-\\ntu".charAt(random.nextInt(15));
      }
      try {
        JsonReader.read(ofBytes(bytes), JsonLimits.DEFAULT, JsonReaderTest::readShape);
      } catch (BadInputException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }
}
