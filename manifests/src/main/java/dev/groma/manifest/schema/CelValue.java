package dev.groma.manifest.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a value is to CEL: numbers become what the schema says, 5 of type number is 5.0. */
final class CelValue {

  private CelValue() {}

  /** The value of a node that fits its schema; members that are null are absent. */
  static Object of(Schema schema, JsonNode value) {
    return switch (schema.kind()) {
      case OBJECT -> {
        Map<String, Object> members = new LinkedHashMap<>();
        value
            .properties()
            .forEach(member -> {
              Schema known = schema.members().getOrDefault(member.getKey(), schema.element());
              if (known != null && !member.getValue().isNull()) {
                members.put(member.getKey(), of(known, member.getValue()));
              }
            });
        yield members;
      }
      case ARRAY -> {
        Schema element = Objects.requireNonNull(schema.element(), "a list has elements");
        List<Object> elements = new ArrayList<>();
        value.forEach(one -> elements.add(of(element, one)));
        yield elements;
      }
      case STRING -> value.asText();
      case NUMBER -> value.doubleValue();
      case INTEGER -> value.longValue();
      case BOOLEAN -> value.booleanValue();
      case ANYTHING -> value;
    };
  }
}
