package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.NearestName;
import dev.groma.engine.json.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a request, read with every mistake noted. Null counts as absent. */
final class Fields {

  private final JsonNode request;
  private final List<String> mistakes = new ArrayList<>();

  /** Notes members that the request must not have. */
  Fields(JsonNode request, List<String> known) {
    this.request = request;
    request
        .fieldNames()
        .forEachRemaining(name -> {
          if (!known.contains(name)) {
            String nearest = NearestName.of(name, known);
            mistakes.add(
                "%s: is not a known member; %s"
                    .formatted(
                        Quoted.bare(name),
                        nearest == null
                            ? "known are " + String.join(", ", known)
                            : "did you mean %s?".formatted(nearest)));
          }
        });
  }

  /** A member that must be there and of this kind; a missing node where it is not. */
  JsonNode required(String name, JsonNodeType kind) {
    if (!request.hasNonNull(name)) {
      mistakes.add("%s: is required".formatted(name));
    }
    return optional(name, kind);
  }

  /** A member of this kind; a missing node where there is none. */
  JsonNode optional(String name, JsonNodeType kind) {
    JsonNode value = request.path(name);
    if (!value.isNull() && !value.isMissingNode() && value.getNodeType() != kind) {
      mistakes.add("%s: must be %s, was %s".formatted(name, words(kind), shown(value)));
    }
    return value.getNodeType() == kind ? value : request.path("");
  }

  /** A text that is there, or none. */
  @Nullable String text(String name) {
    JsonNode value = optional(name, JsonNodeType.STRING);
    return value.isTextual() ? value.asText() : null;
  }

  /** Notes a mistake. */
  void mistake(String mistake) {
    mistakes.add(mistake);
  }

  /** Everything is read. */
  void end() throws Refusal {
    if (!mistakes.isEmpty()) {
      throw Refusal.of(RefusalReason.InvalidJob, mistakes);
    }
  }

  private static String shown(JsonNode value) {
    return value.isContainerNode()
        ? value.isArray() ? "a list" : "an object"
        : value.isTextual() ? Quoted.of(value.asText()) : Quoted.bare(value.asText());
  }

  private static String words(JsonNodeType kind) {
    return switch (kind) {
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case BINARY, MISSING, NULL, POJO -> throw new IllegalArgumentException(kind.name());
    };
  }
}
