package dev.groma.e2e.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What submitters send: specs of jobs that look for the rooms of one wall. */
final class Requests {

  static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  /** A spec as a message: the same number asks for the same. */
  static String request(int number) {
    return request("order-" + number, number);
  }

  /** A request of this key for a plan of this width. */
  static String request(String key, int width) {
    return spec(width).put("idempotencyKey", key).toString();
  }

  /** A request without a key of its own, in a CloudEvent. */
  static String event(String source, String id, int width) {
    return JSON.createObjectNode()
        .put("specversion", "1.0")
        .put("type", "dev.example.order")
        .put("source", source)
        .put("id", id)
        .set("data", spec(width))
        .toString();
  }

  /** A request whose job is to be deleted so many seconds after its end. */
  static String passing(String key, int width, int timeToLive) {
    return spec(width)
        .put("idempotencyKey", key)
        .put("ttlSecondsAfterFinished", timeToLive)
        .toString();
  }

  private static ObjectNode spec(int width) {
    ObjectNode spec = JSON.createObjectNode();
    spec.putObject("roomDetection")
        .putObject("walls")
        .put(
            "inline",
            "{\"walls\": [{\"type\": \"line\", \"start\": [0, 0], \"end\": [%d, 0]}]}"
                .formatted(width));
    return spec;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}
