package dev.groma.manifest.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.manifest.YamlFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of manifests does not reach: see ManifestTableTest. */
class LayoutJobSchemaTest {

  private final LayoutJobSchema schema = LayoutJobSchema.load();

  @Test
  void the_crd_that_is_packed_is_the_one_that_is_checked_in() throws IOException {
    Path crd = Path.of(System.getProperty("groma.root"), "crds/layoutjobs.groma.dev.yaml");
    try (InputStream packed =
        LayoutJobSchema.class.getResourceAsStream("/crds/layoutjobs.groma.dev.yaml")) {
      assertThat(packed).hasSameContentAs(Files.newInputStream(crd));
    }
  }

  @Test
  void every_rule_of_the_crd_compiles() {
    assertRulesCompile(schema.manifest());
  }

  private static void assertRulesCompile(Schema schema) {
    for (CelRule rule : schema.rules()) {
      if (!rule.isTransition()) {
        assertThatCode(rule::script).as(rule.rule()).doesNotThrowAnyException();
      }
    }
    schema.members().values().forEach(LayoutJobSchemaTest::assertRulesCompile);
  }

  @Test
  void inputs_are_found_where_the_crd_has_them() {
    assertThat(schema.inputPaths())
        .containsExactly(
            "spec.roomDetection.walls",
            "spec.siteFit.house",
            "spec.siteFit.parcel",
            "spec.siteLayout.boundary",
            "spec.siteLayout.exclusions",
            "spec.siteLayout.terrain.dem");
  }

  @Test
  void a_keyword_that_is_not_understood_fails_the_reading() {
    JsonNode unknown = YamlFormat.read("{type: string, oneOf: [{minLength: 2}]}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaReader.checkable(unknown))
        .withMessageContaining("oneOf");
    JsonNode reason = YamlFormat.read("{type: string, x-kubernetes-validations: [{rule: 'true'}]}");
    assertThatIllegalArgumentException().isThrownBy(() -> SchemaReader.checkable(reason));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string, maxLength: 2}             | '😀😀'  | ",
        "{type: string, maxLength: 2}             | '😀😀x' | must have at most 2 characters, has 3",
        "{type: string, minLength: 1}             | \"\"    | must have at least 1 characters, has 0",
        "{type: string, pattern: '^a$'}           | a       | ",
        "{type: string, pattern: 'b'}             | abc     | ",
        "{type: integer, minimum: 1}              | 0       | must be at least 1, was 0",
        "{type: integer}                          | 2.0     | ",
        "{type: integer}                          | 2.5     | must be a whole number, was 2.5",
        "{type: number, maximum: 1.5}             | 1.6     | must be at most 1.5, was 1.6",
        "{type: boolean}                          | maybe   | must be true or false, was the string \"maybe\"",
        "{type: array, maxItems: 1, items: {type: string}} | [a, b] | must have at most 1 elements, has 2",
        "{type: array, items: {type: string}}     | [a, 5]  | must be a string, was 5; write \"5\"",
        "{type: object, additionalProperties: {type: integer}} | {a: 1, b: x} | must be a whole number, was the string \"x\"",
        "{type: object, properties: {a: {type: integer}}, required: [a]} | {a: null} | is required",
        "{type: number, x-kubernetes-validations: [{rule: self > 2.5, message: more}]} | 3 | ",
        "{type: number, x-kubernetes-validations: [{rule: self > 2.5, message: more}]} | 2 | more",
        "{type: integer, x-kubernetes-validations: [{rule: self % 2 == 0, message: even}]} | 3 | even",
        "{type: string, x-kubernetes-validations: [{rule: self == oldSelf, message: same}]} | a | "
      })
  void values_are_held_against_their_schema(
      String schemaText, String value, @Nullable String message) {
    List<Violation> violations =
        SchemaCheck.violations(
            SchemaReader.checkable(YamlFormat.read(schemaText)), YamlFormat.read(value));
    if (message == null) {
      assertThat(violations).isEmpty();
    } else {
      assertThat(violations).singleElement().extracting(Violation::message).isEqualTo(message);
    }
  }

  @Test
  void a_rule_is_left_alone_where_its_value_is_wrong_already() {
    Schema rule =
        SchemaReader.checkable(
            YamlFormat.read(
                "{type: object, properties: {a: {type: integer}},"
                    + " x-kubernetes-validations: [{rule: self.a > 5, message: more}]}"));
    assertThat(SchemaCheck.violations(rule, YamlFormat.read("{a: x}")))
        .extracting(Violation::path)
        .containsExactly("a");
  }
}
