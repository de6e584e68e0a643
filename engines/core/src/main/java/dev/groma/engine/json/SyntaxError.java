package dev.groma.engine.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.groma.engine.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words for the errors that end the reading of a document. */
final class SyntaxError {

  /** Jackson names its own source and switches; a reader of our message knows neither. */
  private static final Pattern SOURCE =
      Pattern.compile("\\[Source: [^;\\]]*; line: (\\d+), column: (\\d+)\\]");

  private static final Pattern SWITCH = Pattern.compile(" ?\\([^()]*`[A-Za-z.]+`[^()]*\\)");

  private SyntaxError() {}

  static Problem problem(JsonProcessingException error, String path) {
    @Nullable JsonLocation location = error.getLocation();
    Integer line = location == null ? null : location.getLineNr();
    Integer column = location == null ? null : location.getColumnNr();
    return new Problem(path, line, column, message(error));
  }

  private static String message(JsonProcessingException error) {
    String words = words(error);
    return switch (error) {
      case StreamConstraintsException tooMuch -> "the document is beyond a limit: " + words;
      case JsonEOFException tooShort -> "the document ends too early: " + words;
      default -> "this is not JSON, and nothing after it was read: " + words;
    };
  }

  private static String words(JsonProcessingException error) {
    String message = error.getOriginalMessage();
    message = SOURCE.matcher(message).replaceAll("line $1, column $2");
    return SWITCH.matcher(message).replaceAll("").replaceAll("\\s+", " ").strip();
  }
}
