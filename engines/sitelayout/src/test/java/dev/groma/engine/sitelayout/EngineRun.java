package dev.groma.engine.sitelayout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One run of the engine in memory. */
record EngineRun(SiteLayoutSummary summary, Map<String, byte[]> artifacts) {

  static final ObjectMapper JSON = new ObjectMapper();

  static EngineRun of(String parameters, Input... inputs) throws Exception {
    return of(JSON.readTree(parameters), inputs);
  }

  static EngineRun of(JsonNode parameters, Input... inputs) throws Exception {
    SiteLayout engine = new SiteLayout();
    Map<String, ByteArrayOutputStream> streams = new LinkedHashMap<>();
    SiteLayoutSummary summary =
        engine.run(
            new Inputs(List.of(inputs)),
            engine.parameters(parameters),
            (name, mediaType) -> streams.computeIfAbsent(name, n -> new ByteArrayOutputStream()),
            EngineContext.silent());
    Map<String, byte[]> artifacts = new LinkedHashMap<>();
    streams.forEach((name, out) -> artifacts.put(name, out.toByteArray()));
    return new EngineRun(summary, artifacts);
  }

  /** An example of the project, which brings its inputs with it. */
  static EngineRun example(String name) throws Exception {
    String root = Objects.requireNonNull(System.getProperty("groma.root"), "groma.root");
    ObjectNode block =
        (ObjectNode)
            new YAMLMapper()
                .readTree(Path.of(root, "examples", name).toFile())
                .at("/spec/siteLayout");
    String boundary = block.remove("boundary").get("inline").asText();
    String dem = ((ObjectNode) block.get("terrain")).remove("dem").get("inline").asText();
    return of(block, Input.ofText("boundary", boundary), Input.ofText("dem", dem));
  }

  byte[] artifact(String name) {
    return Objects.requireNonNull(artifacts.get(name), name);
  }

  JsonNode json(String name) throws Exception {
    return JSON.readTree(artifact(name));
  }
}
