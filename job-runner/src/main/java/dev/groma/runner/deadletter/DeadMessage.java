package dev.groma.runner.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutqueue.DeadLetter;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A message of a dead-letter queue. The bridge says in its attributes why it is there; one that SQS
 * itself moved there, because it was received too often, bears none of them.
 *
 * @param message as it was received
 */
public record DeadMessage(Message message) {

  /** SQS takes ten attributes with a message. */
  private static final int MOST_ATTRIBUTES = 10;

  private static final String MOVED_BY_SQS = "ReceivedTooOften";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** SQS's id of it in the dead-letter queue. */
  public String id() {
    return message.messageId();
  }

  /** Its text. */
  public String body() {
    return message.body();
  }

  /** Why it is there, in one word of the catalogue, or ReceivedTooOften. */
  public String reason() {
    return attribute(DeadLetter.FAILURE_REASON).orElse(MOVED_BY_SQS);
  }

  /** The same for a person. */
  public String detail() {
    return attribute(DeadLetter.FAILURE_DETAIL)
        .orElse("SQS moved it here after the last of its allowed receives");
  }

  /** SQS's id of it in the queue that it came from. */
  public String originalId() {
    return attribute(DeadLetter.ORIGINAL_MESSAGE_ID).orElseGet(this::id);
  }

  /** When the bridge received it, or when it was sent, RFC 3339 in UTC. */
  public String since() {
    return attribute(DeadLetter.RECEIVED_AT)
        .orElseGet(() ->
            Instant.ofEpochMilli(
                    Long.parseLong(system(MessageSystemAttributeName.SENT_TIMESTAMP).orElse("0")))
                .toString());
  }

  /**
   * All attributes that are texts, by name; and of a FIFO queue its group, as messageGroupId, and
   * what its sender deduplicated it by.
   */
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    groupId().ifPresent(group -> texts.put("messageGroupId", group));
    deduplicationId().ifPresent(id -> texts.put(DeadLetter.ORIGINAL_DEDUPLICATION_ID, id));
    message
        .messageAttributes()
        .forEach((name, value) -> {
          if (value.stringValue() != null) {
            texts.put(name, value.stringValue());
          }
        });
    return texts;
  }

  /** How many bytes of the body the bridge had to cut off. */
  public Optional<String> truncatedBytes() {
    return attribute(DeadLetter.TRUNCATED_BYTES);
  }

  /** The sender's group in a FIFO queue. */
  Optional<String> groupId() {
    return system(MessageSystemAttributeName.MESSAGE_GROUP_ID);
  }

  /**
   * What its sender deduplicated it by in a FIFO queue. The id that it has now is the sender's only
   * where SQS itself moved it here, and nobody had sent it back before.
   */
  private Optional<String> deduplicationId() {
    return attribute(DeadLetter.ORIGINAL_MESSAGE_ID).isPresent()
        ? attribute(DeadLetter.ORIGINAL_DEDUPLICATION_ID)
        : system(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID);
  }

  /**
   * The attributes with which it goes back: its own, and under which id it was known, so that it
   * stays the same request.
   *
   * @throws QueueException when SQS takes no message with so many, or they cannot be read
   */
  Map<String, MessageAttributeValue> attributesBack() throws QueueException {
    Map<String, MessageAttributeValue> back = new LinkedHashMap<>(message.messageAttributes());
    MessageAttributeValue others = back.remove(DeadLetter.OTHER_ATTRIBUTES);
    back.remove(DeadLetter.FAILURE_REASON);
    back.remove(DeadLetter.FAILURE_DETAIL);
    back.remove(DeadLetter.RECEIVED_AT);
    back.remove(DeadLetter.BRIDGE_VERSION);
    if (others != null) {
      back.putAll(unpacked(others.stringValue()));
    }
    back.put(DeadLetter.ORIGINAL_MESSAGE_ID, text(originalId()));
    deduplicationId().ifPresent(id -> back.put(DeadLetter.ORIGINAL_DEDUPLICATION_ID, text(id)));
    if (back.size() > MOST_ATTRIBUTES) {
      throw new QueueException(
          "%s has %d attributes with those that keep it the same request, and SQS takes %d; send it"
                  .formatted(id(), back.size(), MOST_ATTRIBUTES)
              + " again yourself, then drop it here");
    }
    return back;
  }

  private static Map<String, MessageAttributeValue> unpacked(String json) throws QueueException {
    try {
      Map<String, MessageAttributeValue> all = new LinkedHashMap<>();
      JSON.readValue(json, new TypeReference<Map<String, PackedAttribute>>() {})
          .forEach((name, packed) -> all.put(name, packed.value()));
      return all;
    } catch (JsonProcessingException unreadable) {
      throw new QueueException(
          "the attribute %s cannot be read: %s"
              .formatted(DeadLetter.OTHER_ATTRIBUTES, unreadable.getOriginalMessage()));
    }
  }

  /** An attribute as the bridge packs it. */
  private record PackedAttribute(String type, String text, String binary) {
    MessageAttributeValue value() {
      MessageAttributeValue.Builder value = MessageAttributeValue.builder().dataType(type);
      return binary.isEmpty()
          ? value.stringValue(text).build()
          : value.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(binary))).build();
    }
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private Optional<String> attribute(String name) {
    return Optional.ofNullable(message.messageAttributes().get(name))
        .map(MessageAttributeValue::stringValue);
  }

  private Optional<String> system(MessageSystemAttributeName name) {
    return Optional.ofNullable(message.attributes().get(name));
  }
}
