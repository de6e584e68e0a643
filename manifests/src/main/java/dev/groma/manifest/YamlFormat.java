package dev.groma.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.representer.Represent;
import org.yaml.snakeyaml.representer.Representer;

/** YAML as kubectl reads and writes it: members in their order, texts of many lines as they are. */
public final class YamlFormat {

  private static final ObjectMapper TREES = new ObjectMapper();

  private YamlFormat() {}

  /**
   * The one document of a text of our own.
   *
   * @throws IllegalArgumentException when the text is not one sound document
   */
  public static JsonNode read(String text) {
    Documents documents = Documents.of(text);
    if (!documents.problems().isEmpty() || documents.read().size() != 1) {
      throw new IllegalArgumentException("not one YAML document: " + documents.problems());
    }
    return documents.read().getFirst().root();
  }

  /** A tree as one YAML document, with a line break at its end. */
  public static String write(JsonNode tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setSplitLines(false);
    options.setIndicatorIndent(0);
    return new Yaml(
            new SafeConstructor(new LoaderOptions()),
            new Texts(options),
            options,
            new LoaderOptions(),
            new YamlScalars())
        .dump(TREES.convertValue(tree, Object.class));
  }

  /** SnakeYAML writes a text with control characters as binary; nobody would read it as a text. */
  private static final class Texts extends Representer {
    Texts(DumperOptions options) {
      super(options);
      Represent byDefault =
          Objects.requireNonNull(representers.get(String.class), "texts have a form");
      representers.put(
          String.class,
          text ->
              StreamReader.isPrintable((String) text)
                  ? byDefault.representData(text)
                  : representScalar(Tag.STR, (String) text, ScalarStyle.DOUBLE_QUOTED));
    }
  }
}
