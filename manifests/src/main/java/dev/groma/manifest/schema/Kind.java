package dev.groma.manifest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The types of a structural schema. */
public enum Kind {
  OBJECT("an object"),
  ARRAY("a list"),
  STRING("a string"),
  NUMBER("a number"),
  INTEGER("a whole number"),
  BOOLEAN("true or false"),
  /** Whatever it is, it is not looked into. */
  ANYTHING("anything");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  static Kind of(String type) {
    return valueOf(type.toUpperCase(Locale.ROOT));
  }

  /** As it stands in the schema, such as {@code integer}. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a sentence, such as {@code a whole number}. */
  String words() {
    return words;
  }

  boolean fits(JsonNode value) {
    return switch (this) {
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case STRING -> value.isTextual();
      case NUMBER -> value.isNumber();
      case INTEGER -> value.isNumber() && value.doubleValue() == Math.rint(value.doubleValue());
      case BOOLEAN -> value.isBoolean();
      case ANYTHING -> true;
    };
  }
}
