package dev.groma.engine.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.testing.SharedFiles;
import java.io.IOException;

/** Real plans that lie beside the repository, in {@code shared/data}. */
final class SharedData {

  private SharedData() {}

  /** A JSON document; where there is none, the test is skipped, and fails under CI. */
  static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(SharedFiles.of(name).toFile());
  }

  /** The straight walls of a document. */
  static Drawing walls(JsonNode document) {
    Drawing drawing = new Drawing();
    for (JsonNode wall : document.get("walls")) {
      JsonNode from = wall.get("start");
      JsonNode to = wall.get("end");
      drawing.line(
          from.get(0).asDouble(),
          from.get(1).asDouble(),
          to.get(0).asDouble(),
          to.get(1).asDouble());
    }
    return drawing;
  }
}
