package dev.groma.engine.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Real plans that lie beside the repository, in {@code shared/data}. */
final class SharedData {

  private SharedData() {}

  /** A JSON document; where there is none, the test is skipped, and fails under CI. */
  static JsonNode json(String name) throws IOException {
    String given = System.getenv("GROMA_SHARED_DIR");
    Path shared =
        given != null
            ? Path.of(given)
            : Path.of(Objects.requireNonNull(System.getProperty("groma.root")), "..", "shared");
    Path file = shared.resolve("data").resolve(name).normalize();
    if (!Files.exists(file)) {
      String message = file + " is not there; GROMA_SHARED_DIR names the folder that holds data/";
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError(message);
      }
      Assumptions.abort(message);
    }
    return new ObjectMapper().readTree(file.toFile());
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
