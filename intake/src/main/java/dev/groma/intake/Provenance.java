package dev.groma.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of a request besides its content.
 *
 * @param ids under which its transports know it
 * @param letter what it asked for when there was a job of it, which failed
 * @param traceparent W3C Trace Context; null where there is none or it is not sound
 * @param correlationId the submitter's own name for the request
 * @param replyTo URL of the queue that wants to know how it ended
 * @param description where it came from, for people
 */
public record Provenance(
    Ids ids,
    @Nullable LetterContent letter,
    @Nullable String traceparent,
    @Nullable String correlationId,
    @Nullable String replyTo,
    String description) {

  /**
   * Ids of a request, from the outermost transport to the innermost.
   *
   * @param message in the queue
   * @param key that its request had when there was a job of it, which failed
   * @param deduplication that the sender gave it in a FIFO queue
   * @param topic SNS's id, the same for each delivery to each queue
   * @param event source and id of a CloudEvent, which together are unique
   */
  public record Ids(
      String message,
      @Nullable String key,
      @Nullable String deduplication,
      @Nullable String topic,
      @Nullable String event) {

    private static Ids of(Message message) {
      return new Ids(
          message.originalId(),
          message.originalRequestKey(),
          message.originalDeduplicationId(),
          null,
          null);
    }
  }

  static Provenance of(Message message) {
    Map<String, String> attributes = message.attributes();
    return new Provenance(
        Ids.of(message),
        message.letterContent(),
        TraceContext.of(attributes.get("traceparent"), attributes.get("AWSTraceHeader")),
        attributes.get("correlationId"),
        attributes.get("replyTo"),
        "message " + message.id());
  }

  /** The same out of an SNS envelope; what the outer message says itself counts. */
  Provenance inTopic(String messageId, String topic, Map<String, String> attributes) {
    return new Provenance(
        new Ids(ids.message(), ids.key(), ids.deduplication(), messageId, ids.event()),
        letter,
        first(
            traceparent,
            TraceContext.of(attributes.get("traceparent"), attributes.get("AWSTraceHeader"))),
        first(correlationId, attributes.get("correlationId")),
        first(replyTo, attributes.get("replyTo")),
        "%s of topic %s".formatted(description, topic));
  }

  /** The same out of a CloudEvent. */
  Provenance inEvent(
      String source,
      String id,
      @Nullable String eventTraceparent,
      @Nullable String eventCorrelationId,
      @Nullable String eventReplyTo) {
    return new Provenance(
        new Ids(ids.message(), ids.key(), ids.deduplication(), ids.topic(), source + " " + id),
        letter,
        first(traceparent, TraceContext.of(eventTraceparent, null)),
        first(correlationId, eventCorrelationId),
        first(replyTo, eventReplyTo),
        "%s with event %s of %s".formatted(description, id, source));
  }

  /** The same, told of an object in S3. */
  Provenance ofObject(String bucket, String key) {
    return new Provenance(
        ids,
        letter,
        traceparent,
        correlationId,
        replyTo,
        "%s about s3://%s/%s".formatted(description, bucket, key));
  }

  private static @Nullable String first(@Nullable String outer, @Nullable String inner) {
    return outer == null ? inner : outer;
  }
}
