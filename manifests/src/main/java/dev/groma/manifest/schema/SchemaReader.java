package dev.groma.manifest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a structural schema; a keyword that it does not know fails the reading. */
final class SchemaReader {

  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "description",
          "properties",
          "additionalProperties",
          "required",
          "items",
          "enum",
          "pattern",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "x-kubernetes-preserve-unknown-fields",
          "x-kubernetes-validations");

  /** What only the API server acts on: in the status, which a manifest does not carry. */
  private static final Set<String> PASSED_OVER =
      Set.of("default", "format", "x-kubernetes-list-type", "x-kubernetes-list-map-keys");

  private SchemaReader() {}

  /** The schema of what a manifest may hold. */
  static Schema checkable(JsonNode schema) {
    return read(schema, Set.of());
  }

  /** The schema of what is only explained. */
  static Schema explainable(JsonNode schema) {
    return read(schema, PASSED_OVER);
  }

  private static Schema read(JsonNode schema, Set<String> passedOver) {
    schema
        .fieldNames()
        .forEachRemaining(keyword -> {
          if (!KEYWORDS.contains(keyword) && !passedOver.contains(keyword)) {
            throw new IllegalArgumentException("unknown keyword of a schema: " + keyword);
          }
        });
    Map<String, Schema> members = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(member -> members.put(member.getKey(), read(member.getValue(), passedOver)));
    return new Schema(
        schema.path("x-kubernetes-preserve-unknown-fields").asBoolean()
            ? Kind.ANYTHING
            : Kind.of(schema.path("type").asText()),
        schema.path("description").asText(),
        members,
        texts(schema.path("required")),
        element(schema, passedOver),
        limits(schema),
        rules(schema.path("x-kubernetes-validations")));
  }

  private static @Nullable Schema element(JsonNode schema, Set<String> passedOver) {
    JsonNode element =
        schema.has("items") ? schema.get("items") : schema.get("additionalProperties");
    return element == null ? null : read(element, passedOver);
  }

  private static Schema.Limits limits(JsonNode schema) {
    JsonNode pattern = schema.path("pattern");
    return new Schema.Limits(
        bounds(schema, "minimum", "maximum"),
        size(schema),
        pattern.isMissingNode() ? null : Pattern.compile(pattern.asText()),
        texts(schema.path("enum")));
  }

  private static Bounds size(JsonNode schema) {
    return switch (schema.path("type").asText()) {
      case "array" -> bounds(schema, "minItems", "maxItems");
      case "object" -> bounds(schema, "minProperties", "maxProperties");
      default -> bounds(schema, "minLength", "maxLength");
    };
  }

  private static Bounds bounds(JsonNode schema, String least, String most) {
    return new Bounds(
        schema.path(least).asDouble(Double.NEGATIVE_INFINITY),
        schema.path(most).asDouble(Double.POSITIVE_INFINITY));
  }

  private static List<CelRule> rules(JsonNode validations) {
    List<CelRule> rules = new ArrayList<>();
    for (JsonNode validation : validations) {
      if (validation.size() != 2) {
        throw new IllegalArgumentException("only rule and message are known: " + validation);
      }
      rules.add(
          new CelRule(
              validation.required("rule").asText(), validation.required("message").asText()));
    }
    return rules;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
