package dev.groma.bridge.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutqueue.DeadLetter;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.queue.Received.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Writes dead letters: the message as it came, and why it can never become a job. */
public final class DeadLetters {

  /** SQS takes ten attributes with a message. */
  private static final int MOST_ATTRIBUTES = 10;

  /** SQS takes 1 MiB, body and attributes together; some room for the truncation's own number. */
  private static final int MOST_BYTES = 1024 * 1024 - 64;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String version;

  /** Letters of a bridge of this version. */
  public DeadLetters(String version) {
    this.version = version;
  }

  /** The letter about a message. */
  public Letter of(String queueUrl, Received received, RefusalReason reason, String detail) {
    Map<String, Attribute> ours = new LinkedHashMap<>();
    ours.put(DeadLetter.FAILURE_REASON, Attribute.of(reason.name()));
    ours.put(DeadLetter.FAILURE_DETAIL, Attribute.of(detail.isEmpty() ? "-" : detail));
    ours.put(DeadLetter.ORIGINAL_MESSAGE_ID, Attribute.of(received.message().originalId()));
    String deduplicationId = received.message().originalDeduplicationId();
    if (deduplicationId != null) {
      ours.put(DeadLetter.ORIGINAL_DEDUPLICATION_ID, Attribute.of(deduplicationId));
    }
    ours.put(DeadLetter.RECEIVED_AT, Attribute.of(received.at().toString()));
    ours.put(DeadLetter.BRIDGE_VERSION, Attribute.of(version));
    Map<String, Attribute> all = join(ours, received.attributes());
    return new Letter(
        queueUrl,
        fit(received.message().body(), all),
        all,
        received.groupId(),
        received.message().id());
  }

  /** A message that is dead for the second time bears our attributes of the first. */
  private static Map<String, Attribute> join(
      Map<String, Attribute> ours, Map<String, Attribute> received) {
    Map<String, Attribute> theirs = new TreeMap<>(received);
    theirs.keySet().removeAll(ours.keySet());
    theirs.remove(DeadLetter.TRUNCATED_BYTES);
    Map<String, Attribute> all = new LinkedHashMap<>(ours);
    // One place stays free for the truncation's number.
    int places = MOST_ATTRIBUTES - ours.size() - 1;
    if (theirs.size() > places) {
      Map<String, Attribute> others = new TreeMap<>();
      theirs.entrySet().stream()
          .skip(places - 1)
          .forEach(entry -> others.put(entry.getKey(), entry.getValue()));
      theirs.keySet().removeAll(others.keySet());
      all.put(DeadLetter.OTHER_ATTRIBUTES, Attribute.of(json(others)));
    }
    all.putAll(theirs);
    return all;
  }

  private static String json(Map<String, Attribute> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts are JSON", impossible);
    }
  }

  /** The body, cut where it and the attributes would be more than SQS takes. */
  private static String fit(String body, Map<String, Attribute> attributes) {
    int used =
        attributes.entrySet().stream()
            .mapToInt(entry -> entry.getKey().length() + entry.getValue().bytes())
            .sum();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    int room = Math.max(1, MOST_BYTES - used);
    if (bytes.length <= room) {
      return body;
    }
    int end = room;
    // Not within a character: its further bytes begin with 10.
    while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    attributes.put(DeadLetter.TRUNCATED_BYTES, Attribute.of(Integer.toString(bytes.length - end)));
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }
}
