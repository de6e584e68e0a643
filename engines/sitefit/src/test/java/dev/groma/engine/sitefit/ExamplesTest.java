package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of the documentation are those of the examples. */
class ExamplesTest {

  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("groma.root"), "groma.root"));

  @ParameterizedTest
  @ValueSource(strings = {"house-on-parcel", "house-too-large"})
  void picturesInTheDocsAreWhatTheProgramDraws(String example) throws Exception {
    String written = run(example).get("plan.svg");
    Path file = ROOT.resolve("docs/images/" + example + ".svg");
    if (Boolean.getBoolean("groma.golden.update")) {
      Files.writeString(file, written);
    }
    assertThat(written)
        .as("%s; after looking at the change, run with -Dgroma.golden.update=true", file)
        .isEqualTo(Files.readString(file));
  }

  private static Map<String, String> run(String example) throws Exception {
    JsonNode manifest =
        new YAMLMapper().readTree(ROOT.resolve("examples/" + example + ".yaml").toFile());
    ObjectNode block = (ObjectNode) manifest.at("/spec/siteFit");
    Input parcel = input("parcel", block.remove("parcel"));
    Input house = input("house", block.remove("house"));
    Map<String, String> artifacts = new HashMap<>();
    SiteFit engine = new SiteFit();
    engine.run(
        new Inputs(List.of(parcel, house)),
        engine.parameters(block),
        (name, mediaType) ->
            new ByteArrayOutputStream() {
              @Override
              public void close() {
                artifacts.put(name, toString(StandardCharsets.UTF_8));
              }
            },
        EngineContext.silent());
    return artifacts;
  }

  private static Input input(String name, JsonNode source) {
    String text = source.has("inline") ? source.get("inline").asText() : source.toString();
    return Input.ofText(name, text);
  }
}
