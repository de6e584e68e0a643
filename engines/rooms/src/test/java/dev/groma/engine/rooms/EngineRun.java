package dev.groma.engine.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run of the engine in memory. */
record EngineRun(RoomSummary summary, Map<String, String> artifacts) {

  static final ObjectMapper JSON = new ObjectMapper();

  static EngineRun of(String walls, String parameters) throws Exception {
    return of(Input.ofText("walls", walls), JSON.readTree(parameters));
  }

  static EngineRun of(Input walls, JsonNode parameters) throws Exception {
    RoomDetection engine = new RoomDetection();
    Map<String, ByteArrayOutputStream> streams = new LinkedHashMap<>();
    RoomSummary summary =
        engine.run(
            new Inputs(List.of(walls)),
            engine.parameters(parameters),
            (name, mediaType) -> streams.computeIfAbsent(name, n -> new ByteArrayOutputStream()),
            EngineContext.silent());
    Map<String, String> artifacts = new LinkedHashMap<>();
    streams.forEach((name, out) -> artifacts.put(name, out.toString(StandardCharsets.UTF_8)));
    return new EngineRun(summary, artifacts);
  }

  /** Runs a manifest of {@code examples/}, the walls changed by whoever calls. */
  static EngineRun ofExample(String name, WallChange change) throws Exception {
    ObjectNode block = example(name);
    String walls = block.remove("walls").get("inline").asText();
    return of(Input.ofText("walls", change.apply(walls)), block);
  }

  /** The engine's block of an example. */
  static ObjectNode example(String name) throws Exception {
    String root = Objects.requireNonNull(System.getProperty("groma.root"), "groma.root");
    JsonNode manifest = new YAMLMapper().readTree(Path.of(root, "examples", name).toFile());
    return (ObjectNode) manifest.at("/spec/roomDetection");
  }

  /** What to make of the text of the walls. */
  interface WallChange {
    String apply(String walls) throws Exception;
  }

  String artifact(String name) {
    return Objects.requireNonNull(artifacts.get(name), name);
  }

  JsonNode json(String name) throws Exception {
    return JSON.readTree(artifact(name));
  }
}
