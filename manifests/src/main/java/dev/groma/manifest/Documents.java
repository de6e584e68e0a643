package dev.groma.manifest;

import dev.groma.engine.Problem;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text holds.
 *
 * @param read the documents that can be understood, in order
 * @param problems with the others; a syntax error ends the reading
 */
record Documents(List<Document> read, List<Problem> problems) {

  /** Nesting of objects and lists that a manifest may have; ours need 6. */
  static final int MAX_DEPTH = 64;

  Documents {
    read = List.copyOf(read);
    problems = List.copyOf(problems);
  }

  /** A brace and a name in quotes: JSON, or YAML that anyone would take for JSON. */
  private static final Pattern JSON = Pattern.compile("\\s*\\{\\s*[\"}]");

  /** Reads JSON where the text begins like it, and YAML elsewhere. */
  static Documents of(String text) {
    return JSON.matcher(text).lookingAt() ? JsonText.read(text) : YamlText.read(text);
  }
}
