package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.groma.engine.BadInputException;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Problem;
import dev.groma.engine.ProblemList;
import java.io.IOException;
import java.io.Reader;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document as a stream of values and collects what is wrong with it.
 *
 * <p>At any time the reader stands on a value. The methods below read that value; where it is of
 * another type they report a problem and return what their description says. Objects and arrays are
 * read through {@link JsonObject} and {@link JsonArray}, each to its end; a value that nobody reads
 * is passed over.
 *
 * <p>Not thread-safe. Memory does not grow with the document.
 */
public final class JsonReader {

  private final JsonParser parser;
  private final ProblemList problems;

  private JsonReader(JsonParser parser, ProblemList problems) {
    this.parser = parser;
    this.problems = problems;
  }

  /**
   * Reads a document.
   *
   * @return what the document reader returned, when nothing is wrong
   * @throws BadInputException with everything that is wrong
   * @throws IOException only as thrown by the input's stream
   */
  public static <T> T read(Input input, JsonLimits limits, DocumentReader<T> document)
      throws IOException, EngineException {
    if (input.size() > limits.maxBytes()) {
      throw new BadInputException(
          Problem.at(
              "",
              String.format(
                  Locale.ROOT,
                  "the text has %,d bytes, more than the %,d that are read; split it",
                  input.size(),
                  limits.maxBytes())));
    }
    ProblemList problems = new ProblemList();
    Problem invalid = Utf8.firstInvalid(input);
    if (invalid != null) {
      problems.add(invalid);
    }
    T result = null;
    try (Reader text = Utf8.open(input);
        JsonParser parser = factory(limits).createParser(text)) {
      JsonReader reader = new JsonReader(parser, problems);
      try {
        result = reader.readDocument(document);
      } catch (JsonProcessingException unreadable) {
        problems.add(SyntaxError.problem(unreadable, JsonPath.of(parser.getParsingContext())));
      }
    }
    problems.throwIfBadInput();
    return Objects.requireNonNull(result, "a document without problems has a result");
  }

  private <T> @Nullable T readDocument(DocumentReader<T> document)
      throws IOException, EngineException {
    if (parser.nextToken() == null) {
      problems.add(new Problem("", 1, 1, "the text is empty; a JSON document was expected"));
      return null;
    }
    T result = document.read(this);
    parser.skipChildren();
    if (parser.nextToken() != null) {
      problem("there is text after the end of the document");
    }
    return result;
  }

  private static JsonFactory factory(JsonLimits limits) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxDocumentLength(limits.maxBytes())
                .maxNestingDepth(limits.maxDepth())
                .maxStringLength(limits.maxStringLength())
                .build())
        // Programs write NaN where JSON has none: it is read so that it can be named and located.
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .build();
  }

  /** What kind of value the reader stands on. */
  public JsonKind kind() {
    JsonToken token = parser.currentToken();
    return JsonKind.of(token);
  }

  /** Begins the object at hand; null after a problem where the value is none. */
  public @Nullable JsonObject object(Members members) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      return new JsonObject(this, parser, members);
    }
    wrongType("an object");
    return null;
  }

  /** Begins the array at hand; null after a problem where the value is none. */
  public @Nullable JsonArray array() throws IOException {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      return new JsonArray(this, parser);
    }
    wrongType("an array");
    return null;
  }

  /** The finite number at hand; NaN after a problem. */
  public double number() throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      wrongType("a number");
      return Double.NaN;
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      String text = Quoted.bare(parser.getText());
      problem(
          Character.isDigit(text.charAt(text.length() - 1))
              ? "must be a number below 1.8e308 in size, was " + text
              : "must be a finite number, was " + text);
      return Double.NaN;
    }
    return value;
  }

  /** The finite number at hand when it lies within the bounds; NaN after a problem. */
  public double number(double least, double most) throws IOException {
    double value = number();
    if (value < least || value > most) {
      problem("must be " + Bounds.describe(least, most) + ", was " + Quoted.bare(parser.getText()));
      return Double.NaN;
    }
    return value;
  }

  /** The string at hand when it has 1 to {@code most} characters; null after a problem. */
  public @Nullable String string(int most) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      wrongType("a string");
      return null;
    }
    int length = parser.getTextLength();
    if (length < 1 || length > most) {
      problem("must have 1 to " + most + " characters, has " + length);
      return null;
    }
    return parser.getText();
  }

  /**
   * As {@link #string}, but a number is taken too, as it is written: many programs number things.
   */
  public @Nullable String label(int most) throws IOException {
    return kind() == JsonKind.NUMBER ? parser.getText() : string(most);
  }

  /** The truth value at hand; null after a problem. */
  public @Nullable Boolean bool() throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_TRUE -> Boolean.TRUE;
      case VALUE_FALSE -> Boolean.FALSE;
      case null, default -> {
        wrongType("true or false");
        yield null;
      }
    };
  }

  /** Reports a problem with the value at hand. */
  public void problem(String message) {
    if (problems.isFull()) {
      problems.count();
    } else {
      problems.add(place().problem(message));
    }
  }

  /** Reports a problem with a value that was passed earlier. */
  public void problem(Place place, String message) {
    problems.add(place.problem(message));
  }

  /** Where the value at hand stands. Costly: meant for problems and for what may become one. */
  public Place place() {
    JsonLocation location = parser.currentTokenLocation();
    return new Place(
        JsonPath.of(parser.getParsingContext()), location.getLineNr(), location.getColumnNr());
  }

  /** Whether problems are only counted by now, so that nobody needs their words. */
  boolean countsOnly() {
    if (problems.isFull()) {
      problems.count();
      return true;
    }
    return false;
  }

  void wrongType(String expected) throws IOException {
    String found =
        switch (kind()) {
          case OBJECT -> "an object";
          case ARRAY -> "an array";
          case STRING -> "the string " + Quoted.of(parser.getText());
          case NUMBER, BOOLEAN, NULL -> Quoted.bare(parser.getText());
        };
    problem("must be " + expected + ", was " + found);
  }
}
