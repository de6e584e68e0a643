package dev.groma.api.layoutqueue;

/** Message attributes that say why a message lies in the dead-letter queue. */
public final class DeadLetter {

  /** One word of the catalogue {@link dev.groma.api.reason.RefusalReason}. */
  public static final String FAILURE_REASON = "failureReason";

  /** The same for a person: what is wrong, where, and what would be right. */
  public static final String FAILURE_DETAIL = "failureDetail";

  /** SQS's id of the message in the queue that it came from. */
  public static final String ORIGINAL_MESSAGE_ID = "originalMessageId";

  /** When the bridge received it, RFC 3339 in UTC. */
  public static final String RECEIVED_AT = "receivedAt";

  /** Version of the bridge. */
  public static final String BRIDGE_VERSION = "bridgeVersion";

  private DeadLetter() {}
}
