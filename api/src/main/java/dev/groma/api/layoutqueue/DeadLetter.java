package dev.groma.api.layoutqueue;

/**
 * Message attributes that say why a message lies in the dead-letter queue. Those that begin with
 * original go back with it when it is redriven, so that it stays the same request: SQS gives it new
 * ids.
 */
public final class DeadLetter {

  /** One word of the catalogue {@link dev.groma.api.reason.RefusalReason}. */
  public static final String FAILURE_REASON = "failureReason";

  /** The same for a person: what is wrong, where, and what would be right. */
  public static final String FAILURE_DETAIL = "failureDetail";

  /** SQS's id of the message in the queue that it came from; goes back with it. */
  public static final String ORIGINAL_MESSAGE_ID = "originalMessageId";

  /** When the bridge received it, RFC 3339 in UTC. */
  public static final String RECEIVED_AT = "receivedAt";

  /** Version of the bridge. */
  public static final String BRIDGE_VERSION = "bridgeVersion";

  /** What its sender deduplicated it by in a FIFO queue; goes back with it. */
  public static final String ORIGINAL_DEDUPLICATION_ID = "originalDeduplicationId";

  /**
   * The key of a request whose job failed; goes back with it. The letter is the job, and no more
   * the message that the key may have been taken from.
   */
  public static final String ORIGINAL_REQUEST_KEY = "originalRequestKey";

  /**
   * What the letter of a failed job asks for, and what its request asked for: two content hashes
   * with a space between; goes back with it. They differ by the defaults of the LayoutQueue, and by
   * what was changed in the job since.
   */
  public static final String ORIGINAL_CONTENT_HASH = "originalContentHash";

  /**
   * The message's own attributes that found no place beside these: JSON, by name an object with
   * type, text and binary, the last in base 64.
   */
  public static final String OTHER_ATTRIBUTES = "otherAttributes";

  /** How many bytes of the body had to be cut off to make room for these. */
  public static final String TRUNCATED_BYTES = "truncatedBytes";

  private DeadLetter() {}
}
