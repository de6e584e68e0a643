package dev.groma.bridge.queue;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What is asked of SQS. Each call blocks, and an interrupt ends it. */
public interface Queue extends AutoCloseable {

  /**
   * Receives messages.
   *
   * @param most 1 to 10
   * @param wait for the first of them, at most 20 s
   * @param visibility how long others do not see them
   */
  List<Received> receive(int most, Duration wait, Duration visibility) throws QueueException;

  /**
   * Deletes messages.
   *
   * @param receiptHandles at most 10
   * @return those of messages that could not be deleted and may be next time
   */
  Set<String> delete(List<String> receiptHandles) throws QueueException;

  /**
   * Says anew how long others do not see a message, from now on.
   *
   * @return false when the message is not in hand any more: its time was over, or it is deleted
   */
  boolean hide(String receiptHandle, Duration time) throws QueueException;

  /** Sends a letter to another queue of the same SQS. */
  void send(Letter letter) throws QueueException;

  /** What is known of the queue and of its dead letters. */
  QueueAttributes attributes() throws QueueException;

  @Override
  void close();
}
