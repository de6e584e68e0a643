package dev.groma.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestSetTest {

  private static final String JOB = "apiVersion: groma.dev/v1alpha1\nkind: LayoutJob\n";

  /** As `kubectl apply --dry-run=server` showed them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "5          | 5",
        "-5         | -5",
        "+5         | 5",
        "1_000      | 1000",
        "0x1F       | 31",
        "0b101      | 5",
        "0o17       | 15",
        "017        | 15",
        "08         | 8.0",
        "1.5        | 1.5",
        ".5         | 0.5",
        "5.         | 5.0",
        "1e3        | 1000.0",
        "-1.5E-3    | -0.0015",
        "yes        | true",
        "y          | true",
        "On         | true",
        "no         | false",
        "OFF        | false",
        "~          | null",
        "Null       | null",
        "''         | null",
        "1:30       | \"1:30\"",
        "2026-11-22 | \"2026-11-22\"",
        "1.2.3      | \"1.2.3\"",
        "5 mm       | \"5 mm\"",
        "yess       | \"yess\"",
        "'\"5\"'    | \"5\"",
        "!!str 5    | \"5\"",
        "12345678901234567890 | 12345678901234567890"
      })
  void plain_words_mean_what_they_mean_to_the_api_server(String yaml, String json) {
    assertThat(spec("spec: " + yaml).toString()).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spec: .nan                  | x.yaml:3:7: spec: must be a finite number, was .nan",
        "spec: -.INF                 | x.yaml:3:7: spec: must be a finite number, was -.INF",
        "spec: 1e999                 | x.yaml:3:7: spec: must be a number below 1.8e308",
        "spec: !!binary aGk=         | x.yaml:3:7: spec: aGk= cannot be read as tag:yaml.org,2002:binary",
        "spec: !!int five            | x.yaml:3:7: spec: five cannot be read as",
        "spec: {a: 1, b: 2, a: 3}    | x.yaml:3:20: spec.a: is given twice, first on line 3",
        "kind: LayoutJob             | x.yaml:3:1: kind: is given twice, first on line 2",
        "spec: {[1]: 2}              | the name of a member must be a word",
        "spec: {? : 2}               | the name of a member must be a word",
        "spec: {<<: 5}               | << takes a map or a list of maps",
        "spec: [1, 2                 | x.yaml:3:12: is not YAML: ",
        "spec: *nowhere              | x.yaml:3:7: is not YAML: found undefined alias nowhere",
        "spec: &a [*a]               | spec[0]",
        "-                           | is not YAML"
      })
  void what_cannot_be_a_manifest_is_found_with_its_place(String line, String finding) {
    assertThat(findings(JOB + line)).anySatisfy(text -> assertThat(text).contains(finding));
  }

  @Test
  void a_tab_is_told_with_the_way_out() {
    assertThat(findings(JOB + "spec:\n\troomDetection: {}"))
        .singleElement()
        .asString()
        .startsWith("x.yaml:4:1: is not YAML: ")
        .endsWith("indent with spaces, YAML takes no tabs");
  }

  /** A billion laughs: nine levels of five aliases each would be two million values. */
  @Test
  void aliases_are_unfolded_within_bounds() {
    StringBuilder bomb = new StringBuilder(JOB).append("a0: &a0 [x]\n");
    for (int level = 1; level <= 9; level++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ",").repeat(5)));
    }
    assertThat(findings(bomb.toString()))
        .singleElement()
        .asString()
        .contains("unfolds to more than 100000 values");
    assertThat(findings(bomb.toString().replace("]", "," + "*a0,".repeat(60) + "]")))
        .singleElement()
        .asString()
        .contains("is not");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: "})
  void nesting_is_bounded(String open) {
    assertThat(findings(JOB + "spec: " + open.repeat(5000)))
        .singleElement()
        .asString()
        .contains("epth");
    assertThat(findings("{\"spec\": " + "[".repeat(5000)))
        .singleElement()
        .asString()
        .contains("epth");
  }

  @Test
  void merged_members_give_way_to_the_objects_own() {
    JsonNode spec =
        spec(
            "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 3}\nspec: {c: 4, <<: [*base, *more]}");
    assertThat(spec.toString()).isEqualTo("{\"c\":4,\"a\":1,\"b\":2}");
  }

  @Test
  void documents_and_lists_hold_any_number_of_manifests() {
    String text =
        """
        # nothing but a comment
        ---
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {name: one}
        ---
        apiVersion: v1
        kind: List
        items:
        - {apiVersion: groma.dev/v1alpha1, kind: LayoutJob, metadata: {name: two}}
        - {apiVersion: v1, kind: ConfigMap, metadata: {name: plans}}
        - {apiVersion: v1, kind: Namespace, metadata: {name: other}}
        - 5
        ...
        """;
    ManifestSet manifests = read(text);
    assertThat(manifests.layoutJobs()).extracting(Manifest::name).containsExactly("one", "two");
    assertThat(manifests.configMaps()).extracting(Manifest::name).containsExactly("plans");
    assertThat(manifests.passedOver()).extracting(Manifest::kind).containsExactly("Namespace");
    assertThat(manifests.findings())
        .extracting(Finding::describe)
        .containsExactly("x.yaml:13:3: items[3]: a manifest must be an object");
    assertThat(manifests.layoutJobs().getLast().finding("metadata.name", "so").describe())
        .isEqualTo("x.yaml:10:64: metadata.name: so");
  }

  @Test
  void what_stands_before_a_syntax_error_is_still_read() {
    ManifestSet manifests = read(JOB + "metadata: {name: one}\n---\n}");
    assertThat(manifests.layoutJobs()).hasSize(1);
    assertThat(manifests.findings()).hasSize(1);
  }

  @Test
  void json_has_places_too() {
    String text =
        """
        {"apiVersion": "groma.dev/v1alpha1", "kind": "LayoutJob",
        \t"metadata": {"name": "one"},
        \t"spec": {"list": [1.5, {"a": true}]}}
        {"apiVersion": "groma.dev/v1alpha1", "kind": "LayoutJob", "metadata": {"name": "two"}}
        """;
    ManifestSet manifests = read(text);
    assertThat(manifests.findings()).isEmpty();
    assertThat(manifests.layoutJobs()).extracting(Manifest::name).containsExactly("one", "two");
    assertThat(manifests.layoutJobs().getFirst().finding("spec.list[1].a", "so").describe())
        .isEqualTo("x.yaml:3:26: spec.list[1].a: so");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": NaN}          | NaN",
        "{\"a\": 1e999}        | below 1.8e308",
        "{\"a\": 1, \"a\": 2}  | a is given twice, first on line 1",
        "{\"a\": 1} x          | is not JSON",
        "{\"a\": 01}           | is not JSON"
      })
  void bad_json_is_found_with_its_place(String json, String finding) {
    assertThat(findings(json))
        .anySatisfy(text -> assertThat(text).startsWith("x.yaml:1:").contains(finding));
  }

  @Test
  void an_object_that_is_nothing_known_is_told_what_it_needs() {
    assertThat(findings("name: plan"))
        .containsExactly(
            "x.yaml:1:1: a manifest needs apiVersion and kind; for a LayoutJob apiVersion:"
                + " groma.dev/v1alpha1 and kind: LayoutJob");
  }

  @Test
  void a_literal_text_is_known_to_stand_line_by_line() {
    Manifest job =
        read(JOB + "spec:\n  a: |\n    first\n  b: >\n    folded\n").layoutJobs().getFirst();
    assertThat(job.firstLine("spec.a")).isEqualTo(5);
    assertThat(job.firstLine("spec.b")).isNull();
  }

  private static JsonNode spec(String text) {
    ManifestSet manifests = read(JOB + text);
    assertThat(manifests.findings()).isEmpty();
    return manifests.layoutJobs().getFirst().tree().get("spec");
  }

  private static List<String> findings(String text) {
    return read(text).findings().stream().map(Finding::describe).toList();
  }

  private static ManifestSet read(String text) {
    return ManifestSet.read(List.of(new Source("x.yaml", Path.of(""), text)), List.of());
  }
}
