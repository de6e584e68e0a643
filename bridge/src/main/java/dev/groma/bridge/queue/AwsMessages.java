package dev.groma.bridge.queue;

import dev.groma.bridge.queue.Received.Attribute;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Messages as Amazon's client has them, and as we do. */
final class AwsMessages {

  /** SQS sets it beside the attributes of the sender; what reads messages knows only those. */
  private static final String TRACE_HEADER = "AWSTraceHeader";

  /** What {@link #received} reads. */
  static final List<MessageSystemAttributeName> SYSTEM_ATTRIBUTES =
      List.of(
          MessageSystemAttributeName.AWS_TRACE_HEADER,
          MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID,
          MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
          MessageSystemAttributeName.SENT_TIMESTAMP,
          MessageSystemAttributeName.MESSAGE_GROUP_ID);

  private AwsMessages() {}

  static Received received(Message message, Instant now) {
    Map<String, Attribute> attributes = new HashMap<>();
    message.messageAttributes().forEach((name, value) -> attributes.put(name, attribute(value)));
    Map<String, String> texts = new HashMap<>();
    attributes.forEach((name, value) -> {
      if (value.binary().isEmpty()) {
        texts.put(name, value.text());
      }
    });
    Map<MessageSystemAttributeName, String> system = message.attributes();
    String trace = system.get(MessageSystemAttributeName.AWS_TRACE_HEADER);
    if (trace != null) {
      texts.put(TRACE_HEADER, trace);
    }
    return new Received(
        new dev.groma.intake.Message(
            message.body(),
            texts,
            message.messageId(),
            system.get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID)),
        attributes,
        message.receiptHandle(),
        Integer.parseInt(
            system.getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")),
        sentAt(system.get(MessageSystemAttributeName.SENT_TIMESTAMP), now),
        system.get(MessageSystemAttributeName.MESSAGE_GROUP_ID),
        now);
  }

  private static Instant sentAt(@Nullable String millis, Instant now) {
    return millis == null ? now : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static Attribute attribute(MessageAttributeValue value) {
    return new Attribute(
        value.dataType(),
        Objects.requireNonNullElse(value.stringValue(), ""),
        value.binaryValue() == null
            ? ""
            : Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()));
  }

  static Map<String, MessageAttributeValue> attributes(Map<String, Attribute> attributes) {
    Map<String, MessageAttributeValue> values = new HashMap<>();
    attributes.forEach((name, attribute) -> {
      MessageAttributeValue.Builder value =
          MessageAttributeValue.builder().dataType(attribute.type());
      if (attribute.binary().isEmpty()) {
        value.stringValue(attribute.text());
      } else {
        value.binaryValue(SdkBytes.fromByteArray(Base64.getDecoder().decode(attribute.binary())));
      }
      values.put(name, value.build());
    });
    return values;
  }
}
