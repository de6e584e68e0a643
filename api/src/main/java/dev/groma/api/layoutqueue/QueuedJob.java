package dev.groma.api.layoutqueue;

/** Labels and annotations of a LayoutJob that came out of a queue. */
public final class QueuedJob {

  /** Label: name of the LayoutQueue. */
  public static final String QUEUE = "groma.dev/layout-queue";

  /** Label: namespace of the LayoutQueue. */
  public static final String QUEUE_NAMESPACE = "groma.dev/layout-queue-namespace";

  /** Annotation: the key under which the request is the same request. */
  public static final String REQUEST_KEY = "groma.dev/request-key";

  /** Annotation: SHA-256 of what the request asks for, 64 hexadecimal digits. */
  public static final String CONTENT_HASH = "groma.dev/content-hash";

  /** Annotation: SQS's id of the message. */
  public static final String MESSAGE_ID = "groma.dev/message-id";

  /** Annotation: URL of the queue that is told how the job ended. */
  public static final String REPLY_TO = "groma.dev/reply-to";

  /** Annotation: the application that a message of the siteFit shape names. */
  public static final String APP_ID = "groma.dev/app-id";

  /** Annotation: W3C Trace Context of the submitter. */
  public static final String TRACEPARENT = "groma.dev/traceparent";

  /** What labels and annotations begin with that only Groma sets. */
  public static final String RESERVED_PREFIX = "groma.dev/";

  /**
   * Annotation of a Namespace: the LayoutQueues of other namespaces that may create jobs in it, as
   * NAMESPACE/NAME separated by commas.
   */
  public static final String ALLOWED_QUEUES = "groma.dev/layout-queues";

  private QueuedJob() {}
}
