package dev.groma.manifest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.json.NearestName;
import dev.groma.engine.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds a value against its schema and says everything that is wrong with it. */
final class SchemaCheck {

  private final List<Violation> violations = new ArrayList<>();

  private SchemaCheck() {}

  /** Everything wrong with the value, in the order of its members. */
  static List<Violation> violations(Schema schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck();
    check.value("", schema, value);
    return check.violations;
  }

  private void value(String path, Schema schema, JsonNode value) {
    int before = violations.size();
    if (!schema.kind().fits(value)) {
      add(path, "must be %s, was %s".formatted(schema.kind().words(), describe(schema, value)));
      return;
    }
    switch (schema.kind()) {
      case OBJECT -> object(path, schema, value);
      case ARRAY -> list(path, schema, value);
      case STRING -> string(path, schema, value.asText());
      case NUMBER, INTEGER -> number(path, schema.limits().value(), value);
      case BOOLEAN, ANYTHING -> {}
    }
    if (violations.size() == before) {
      rules(path, schema, value);
    }
  }

  private void object(String path, Schema schema, JsonNode object) {
    if (!schema.limits().size().contain(object.size())) {
      add(
          path,
          "must have %s fields, has %d"
              .formatted(schema.limits().size().describe(), object.size()));
    }
    for (String name : schema.required()) {
      if (!object.hasNonNull(name)) {
        add(member(path, name), "is required" + because(schema.members().get(name)));
      }
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      Schema known = schema.members().getOrDefault(name, schema.element());
      if (known == null) {
        add(member(path, name), unknown(name, schema));
      } else if (!member.getValue().isNull()) {
        value(member(path, name), known, member.getValue());
      }
    }
  }

  private static String because(@Nullable Schema missing) {
    return missing == null || missing.description().isEmpty() ? "" : ". " + missing.description();
  }

  private static String unknown(String name, Schema schema) {
    List<String> names = List.copyOf(schema.members().keySet());
    String nearest = NearestName.of(name, names);
    return "is not a known field; "
        + (nearest == null
            ? "known are " + String.join(", ", names)
            : "did you mean %s?".formatted(nearest));
  }

  private void list(String path, Schema schema, JsonNode list) {
    if (!schema.limits().size().contain(list.size())) {
      add(
          path,
          "must have %s elements, has %d"
              .formatted(schema.limits().size().describe(), list.size()));
    }
    Schema element = schema.element();
    for (int i = 0; element != null && i < list.size(); i++) {
      value(path + "[" + i + "]", element, list.get(i));
    }
  }

  private void string(String path, Schema schema, String text) {
    Schema.Limits limits = schema.limits();
    int length = text.codePointCount(0, text.length());
    if (!limits.size().contain(length)) {
      add(
          path,
          "must have %s characters, has %d%s"
              .formatted(limits.size().describe(), length, because(schema)));
    } else if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
      add(
          path,
          "must match %s, was %s%s"
              .formatted(limits.pattern().pattern(), Quoted.of(text), because(schema)));
    } else if (!limits.allowed().isEmpty() && !limits.allowed().contains(text)) {
      String nearest = NearestName.of(text, limits.allowed());
      add(
          path,
          "must be one of %s, was %s%s"
              .formatted(
                  String.join(", ", limits.allowed()),
                  Quoted.of(text),
                  nearest == null ? "" : "; did you mean %s?".formatted(nearest)));
    }
  }

  private void number(String path, Bounds bounds, JsonNode value) {
    if (!bounds.contain(value.doubleValue())) {
      add(path, "must be %s, was %s".formatted(bounds.describe(), Quoted.bare(value.asText())));
    }
  }

  private void rules(String path, Schema schema, JsonNode value) {
    for (CelRule rule : schema.rules()) {
      if (!rule.isTransition() && !rule.holdsFor(CelValue.of(schema, value))) {
        add(path, rule.message());
      }
    }
  }

  private static String describe(Schema schema, JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "the string " + Quoted.of(value.asText());
      case NULL -> "null";
      default ->
          value.asText()
              + (schema.kind() == Kind.STRING ? "; write \"%s\"".formatted(value.asText()) : "");
    };
  }

  private static String member(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private void add(String path, String message) {
    violations.add(new Violation(path, message));
  }
}
