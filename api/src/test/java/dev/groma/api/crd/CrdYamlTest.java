package dev.groma.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdYamlTest {

  static List<CustomResourceDefinition> crds() {
    return Crds.all();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void the_checked_in_crd_is_the_one_that_the_records_give(CustomResourceDefinition crd)
      throws IOException {
    CheckedIn.assertUpToDate(CrdYaml.file(crd), CrdYaml.text(crd));
  }

  @ParameterizedTest
  @MethodSource("crds")
  void every_field_is_described(CustomResourceDefinition crd) {
    List<String> bare = new ArrayList<>();
    assertThat(CrdYaml.root(crd).getDescription()).isNotBlank();
    visit(
        "",
        CrdYaml.root(crd),
        (path, schema) -> {
          if (schema.getDescription() == null || schema.getDescription().isBlank()) {
            bare.add(path);
          }
        });
    assertThat(bare).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void every_string_and_list_is_bounded(CustomResourceDefinition crd) {
    List<String> unbounded = new ArrayList<>();
    visit(
        "",
        CrdYaml.root(crd),
        (path, schema) -> {
          boolean list = "array".equals(schema.getType()) && schema.getMaxItems() == null;
          boolean text =
              "string".equals(schema.getType())
                  && schema.getEnum() == null
                  && schema.getMaxLength() == null
                  && !(schema.getPattern() != null && schema.getPattern().contains("|"));
          if (list || text) {
            unbounded.add(path);
          }
        });
    assertThat(unbounded).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("crds")
  void every_number_of_the_spec_has_both_bounds(CustomResourceDefinition crd) {
    List<String> unbounded = new ArrayList<>();
    visit(
        ".spec",
        CrdYaml.root(crd).getProperties().get("spec"),
        (path, schema) -> {
          boolean number = "number".equals(schema.getType()) || "integer".equals(schema.getType());
          if (number && (schema.getMinimum() == null || schema.getMaximum() == null)) {
            unbounded.add(path);
          }
        });
    assertThat(unbounded).isEmpty();
  }

  private static void visit(
      String path, JSONSchemaProps schema, BiConsumer<String, JSONSchemaProps> visitor) {
    if (!path.isEmpty()) {
      visitor.accept(path, schema);
    }
    if (schema.getProperties() != null) {
      schema
          .getProperties()
          .forEach((name, property) -> {
            if (!(path.isEmpty() && List.of("apiVersion", "kind", "metadata").contains(name))) {
              visit(path + "." + name, property, visitor);
            }
          });
    }
    if (schema.getItems() != null && schema.getItems().getSchema() != null) {
      JSONSchemaProps items = schema.getItems().getSchema();
      if (items.getProperties() != null) {
        items
            .getProperties()
            .forEach((name, property) -> visit(path + "[]." + name, property, visitor));
      }
    }
  }
}
