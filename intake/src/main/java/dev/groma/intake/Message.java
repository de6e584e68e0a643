package dev.groma.intake;

import dev.groma.api.layoutqueue.DeadLetter;
import java.util.Map;
import java.util.Objects;
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

  /** The id under which the queue knew it before it was dead, or knows it now. */
  public String originalId() {
    return Objects.requireNonNullElse(attributes.get(DeadLetter.ORIGINAL_MESSAGE_ID), id);
  }

  /**
   * What its sender deduplicated it by, also where it was dead since. What came back has a
   * deduplication id of whoever sent it back.
   */
  public @Nullable String originalDeduplicationId() {
    return attributes.containsKey(DeadLetter.ORIGINAL_MESSAGE_ID)
        ? attributes.get(DeadLetter.ORIGINAL_DEDUPLICATION_ID)
        : deduplicationId;
  }

  /** The key that its request had when there was a job of it, which failed. */
  @Nullable String originalRequestKey() {
    return attributes.get(DeadLetter.ORIGINAL_REQUEST_KEY);
  }

  /** What its request asked for when there was a job of it, which failed. */
  @Nullable LetterContent letterContent() {
    return LetterContent.parse(attributes.get(DeadLetter.ORIGINAL_CONTENT_HASH));
  }
}
