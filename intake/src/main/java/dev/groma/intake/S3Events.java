package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how S3 and what speaks like it tell of new objects: by notifications of their own, in which
 * keys are encoded as in a form, and through EventBridge, in which they are not.
 */
final class S3Events {

  private static final String CREATED = "ObjectCreated:";
  private static final String EVENT_BRIDGE_CREATED = "Object Created";

  private S3Events() {}

  /** The objects of a notification, in its order. */
  static List<NewObject> notification(JsonNode content) throws Refusal {
    JsonNode records = content.path("Records");
    if (!records.isArray() || records.isEmpty()) {
      throw unsound("Records: must be a list of at least one event");
    }
    List<NewObject> objects = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      objects.add(record(records.get(i), "Records[%d]".formatted(i)));
    }
    return objects;
  }

  private static NewObject record(JsonNode record, String place) throws Refusal {
    JsonNode s3 = record.path("s3");
    if (!s3.isObject()) {
      throw unsound(place + ".s3: is required; only events of S3 are taken");
    }
    String event = record.path("eventName").asText();
    if (!event.replaceFirst("^s3:", "").startsWith(CREATED)) {
      throw unsound(
          "%s.eventName: must begin with %s, was %s; restrict the bucket's notifications"
              .formatted(place, CREATED, Quoted.of(event)));
    }
    return new NewObject(
        required(s3.at("/bucket/name"), place + ".s3.bucket.name"),
        decoded(required(s3.at("/object/key"), place + ".s3.object.key"), place),
        text(s3.at("/object/versionId")),
        text(s3.at("/object/sequencer")));
  }

  /** The object of an event of EventBridge. */
  static NewObject eventBridge(JsonNode content) throws Refusal {
    String type = content.path("detail-type").asText();
    if (!type.equals(EVENT_BRIDGE_CREATED)) {
      throw unsound(
          "detail-type: must be %s, was %s; restrict the rule to it"
              .formatted(EVENT_BRIDGE_CREATED, Quoted.of(type)));
    }
    JsonNode detail = content.path("detail");
    return new NewObject(
        required(detail.at("/bucket/name"), "detail.bucket.name"),
        required(detail.at("/object/key"), "detail.object.key"),
        text(detail.at("/object/version-id")),
        text(detail.at("/object/sequencer")));
  }

  private static String decoded(String key, String place) throws Refusal {
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw unsound("%s.s3.object.key: is not URL-encoded: %s".formatted(place, Quoted.of(key)));
    }
  }

  private static String required(JsonNode value, String place) throws Refusal {
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw unsound(place + ": is required");
    }
    return value.asText();
  }

  private static @Nullable String text(JsonNode value) {
    return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
  }

  private static Refusal unsound(String what) {
    return new Refusal(RefusalReason.UnknownShape, what);
  }
}
