package dev.groma.charts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.cluster.junit.GoldenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/reference/chart-values.md is made of the comments in the charts' values.yaml. */
class ValuesReferenceTest {

  static List<Path> charts() {
    return List.of(Charts.GROMA, Charts.CRDS);
  }

  @Test
  void the_page_has_every_value_with_its_default_and_its_meaning() {
    GoldenFile.inTree("docs/reference/chart-values.md")
        .assertIs(
            """
            # Values of the charts

            Made by `make crds` from the comments in [values.yaml](../../charts/groma/values.yaml). A value that
            cannot be meant is refused by its name; what stands at the top and is unknown is passed over, so
            that several charts may share a file. How to use them: [install](../install.md).

            ## groma

            %s
            ## groma-crds

            %s\
            """
                .formatted(page(Charts.GROMA).table(), page(Charts.CRDS).table()));
  }

  @ParameterizedTest
  @MethodSource("charts")
  void every_value_has_a_comment(Path chart) {
    assertThat(page(chart).undocumented()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void the_schema_knows_the_same_values(Path chart) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(chart.resolve("values.schema.json").toFile());
    List<String> known = new ArrayList<>();
    collect(schema, schema, "", known);

    List<String> documented = page(chart).rows().stream().map(ValuesPage.Row::path).toList();
    assertThat(known).containsExactlyInAnyOrderElementsOf(documented);
  }

  /** The paths of all leaves; a native block of Kubernetes and a free map are leaves. */
  private static void collect(JsonNode root, JsonNode node, String path, List<String> leaves) {
    JsonNode members = resolve(root, node).path("properties");
    if (members.isMissingNode()) {
      leaves.add(path);
      return;
    }
    members
        .properties()
        .forEach(member ->
            collect(
                root,
                member.getValue(),
                path.isEmpty() ? member.getKey() : path + "." + member.getKey(),
                leaves));
  }

  private static JsonNode resolve(JsonNode root, JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : root.at(ref.substring(1));
  }

  private static ValuesPage page(Path chart) {
    return ValuesPage.of(Charts.read(chart.resolve("values.yaml")));
  }
}
