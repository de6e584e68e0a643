package dev.groma.bridge.queue;

import dev.groma.intake.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message that was received.
 *
 * @param message what it says
 * @param attributes all of its attributes, as SQS has them
 * @param receiptHandle by which it is settled
 * @param receives how often it was received so far, from 1
 * @param sentAt when the sender sent it
 * @param groupId of a FIFO or fair queue; null elsewhere
 * @param at when it was received
 */
public record Received(
    Message message,
    Map<String, Attribute> attributes,
    String receiptHandle,
    int receives,
    Instant sentAt,
    @Nullable String groupId,
    Instant at) {

  /** Copies the map. */
  public Received {
    attributes = Map.copyOf(attributes);
  }

  /**
   * An attribute of a message.
   *
   * @param type such as String or Number
   * @param text of a textual one, else empty
   * @param binary in base 64, else empty
   */
  public record Attribute(String type, String text, String binary) {

    /** A textual one. */
    public static Attribute of(String text) {
      return new Attribute("String", text, "");
    }

    /** What SQS counts of it, besides its name, in bytes. */
    int bytes() {
      return type.length() + text.getBytes(StandardCharsets.UTF_8).length + binary.length() / 4 * 3;
    }
  }
}
