package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.Problem;

/**
 * One JSON text that somebody sent, read as strictly as a manifest: a name that comes twice and a
 * number that JSON does not have are mistakes.
 */
public sealed interface JsonDocument {

  /**
   * A sound text.
   *
   * @param root its value
   */
  record Read(JsonNode root) implements JsonDocument {}

  /**
   * A text that is not one JSON value.
   *
   * @param problem with its line and column
   */
  record Malformed(Problem problem) implements JsonDocument {}

  /** Reads a text. */
  static JsonDocument of(String text) {
    Documents documents = JsonText.read(text);
    if (!documents.problems().isEmpty()) {
      return new Malformed(documents.problems().getFirst());
    }
    return switch (documents.read().size()) {
      case 0 -> new Malformed(Problem.at("", "is empty"));
      case 1 -> new Read(documents.read().getFirst().root());
      default -> new Malformed(Problem.at("", "holds more than one JSON value"));
    };
  }
}
