package dev.groma.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came.
 *
 * @param body its text
 * @param attributes those of its attributes that are texts, by name; traceparent, AWSTraceHeader,
 *     correlationId, replyTo and those of a CloudEvent are read
 * @param id under which the queue knows it, the same for each delivery
 * @param deduplicationId that the sender gave it in a FIFO queue; null elsewhere
 */
public record Message(
    String body, Map<String, String> attributes, String id, @Nullable String deduplicationId) {

  public Message {
    attributes = Map.copyOf(attributes);
  }
}
