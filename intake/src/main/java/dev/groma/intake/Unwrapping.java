package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import dev.groma.manifest.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the envelopes off: SNS, CloudEvents 1.0 in structured mode, and in binary mode by message
 * attributes that begin with ce- or ce_. SQS has no binding of its own among those of CloudEvents;
 * these are the prefixes of HTTP and Kafka.
 *
 * @param content of the innermost envelope
 * @param provenance what the envelopes say
 * @param place of the content in the message, such as {@code Message.data}; empty without envelope
 */
record Unwrapping(JsonNode content, Provenance provenance, String place) {

  /** Envelopes within each other. Chosen: an event through a topic is two. */
  private static final int DEEPEST = 4;

  static Unwrapping of(Message message) throws Refusal {
    Provenance provenance = Provenance.of(message);
    JsonNode root = parse(message.body(), "");
    for (String prefix : new String[] {"ce-", "ce_"}) {
      if (message.attributes().containsKey(prefix + "specversion")) {
        provenance = binary(message.attributes(), prefix, provenance);
      }
    }
    return new Unwrapping(root, provenance, "").inner(DEEPEST);
  }

  /** The content of a text that a pointer led to, which may be in a CloudEvent as well. */
  static Unwrapping of(String text, Provenance provenance) throws Refusal {
    return new Unwrapping(parse(text, ""), provenance, "").inner(DEEPEST);
  }

  private Unwrapping inner(int left) throws Refusal {
    boolean topic = content.has("TopicArn") && content.has("Type");
    boolean event = content.has("specversion");
    if (!topic && !event) {
      return this;
    }
    if (left == 0) {
      throw new Refusal(
          RefusalReason.UnknownShape,
          "more than %d envelopes within each other".formatted(DEEPEST));
    }
    return (topic ? outOfTopic() : outOfEvent()).inner(left - 1);
  }

  private Unwrapping outOfTopic() throws Refusal {
    if (!content.path("Type").asText().equals("Notification")) {
      throw new Refusal(
              RefusalReason.UnknownShape,
              "SNS sent a %s; confirm the subscription at its SubscribeURL"
                  .formatted(Quoted.bare(content.path("Type").asText())))
          .in(place);
    }
    String inner = member("Message");
    Map<String, String> attributes = new LinkedHashMap<>();
    content
        .path("MessageAttributes")
        .properties()
        .forEach(attribute ->
            attributes.put(attribute.getKey(), attribute.getValue().path("Value").asText()));
    return new Unwrapping(
        parse(content.path("Message").asText(), inner),
        provenance.inTopic(
            content.path("MessageId").asText(), content.path("TopicArn").asText(), attributes),
        inner);
  }

  private Unwrapping outOfEvent() throws Refusal {
    for (String required : new String[] {"specversion", "id", "source", "type"}) {
      if (!content.path(required).isTextual() || content.path(required).asText().isEmpty()) {
        throw unsound("a CloudEvent needs the text " + required).in(place);
      }
    }
    requireVersion(content.path("specversion").asText());
    requireJson(text("datacontenttype"));
    boolean encoded = content.has("data_base64");
    String inner = member(encoded ? "data_base64" : "data");
    if (!encoded && !content.hasNonNull("data")) {
      throw unsound("a CloudEvent needs data: the request").in(place);
    }
    return new Unwrapping(
        encoded ? parse(decoded(), inner) : content.path("data"),
        provenance.inEvent(
            content.path("source").asText(),
            content.path("id").asText(),
            text("traceparent"),
            text("correlationid"),
            text("replyto")),
        inner);
  }

  private static Provenance binary(
      Map<String, String> attributes, String prefix, Provenance provenance) throws Refusal {
    for (String required : new String[] {"id", "source", "type"}) {
      if (attributes.getOrDefault(prefix + required, "").isEmpty()) {
        throw unsound("a CloudEvent needs the attribute %s%s".formatted(prefix, required));
      }
    }
    requireVersion(attributes.get(prefix + "specversion"));
    return provenance.inEvent(
        attributes.getOrDefault(prefix + "source", ""),
        attributes.getOrDefault(prefix + "id", ""),
        attributes.get(prefix + "traceparent"),
        attributes.get(prefix + "correlationid"),
        attributes.get(prefix + "replyto"));
  }

  private static void requireVersion(@Nullable String version) throws Refusal {
    if (!"1.0".equals(version)) {
      throw unsound("specversion: must be 1.0, was " + Quoted.of(version == null ? "" : version));
    }
  }

  private static void requireJson(@Nullable String mediaType) throws Refusal {
    if (mediaType != null && !mediaType.matches("[^;]*[/+]json\\s*(;.*)?")) {
      throw unsound("datacontenttype: must be application/json, was " + Quoted.of(mediaType));
    }
  }

  private String decoded() throws Refusal {
    try {
      return Text.decode(
          Base64.getDecoder()
              .decode(content.path("data_base64").asText().getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException notBase64) {
      throw unsound("data_base64: is not base 64").in(place);
    }
  }

  private @Nullable String text(String name) {
    return content.path(name).isTextual() ? content.path(name).asText() : null;
  }

  private String member(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }

  private static Refusal unsound(String what) {
    return new Refusal(RefusalReason.UnknownShape, what);
  }

  private static JsonNode parse(String text, String place) throws Refusal {
    return switch (JsonDocument.of(text)) {
      case JsonDocument.Read read -> read.root();
      case JsonDocument.Malformed malformed ->
          throw new Refusal(RefusalReason.NotJson, malformed.problem().describe()).in(place);
    };
  }
}
