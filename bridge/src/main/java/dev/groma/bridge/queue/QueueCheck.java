package dev.groma.bridge.queue;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says what is unwise about the attributes of a queue. */
public final class QueueCheck {

  /** Fewer, and a message that is only slow or unlucky is given up. Chosen: requirement A4. */
  private static final int FEWEST_RECEIVES = 3;

  /** Less does not last over a long weekend. Chosen: requirement A3. */
  private static final Duration SHORTEST_RETENTION = Duration.ofDays(4);

  private QueueCheck() {}

  /** What is unwise, for people; with what to do. */
  public static List<String> warnings(QueueAttributes queue, LayoutQueueSpec spec) {
    List<String> warnings = new ArrayList<>();
    QueueAttributes.Redrive redrive = queue.redrive();
    if (redrive == null) {
      warnings.add(
          "the queue has no redrive policy: a message that is never deleted comes back until its"
              + " retention is over; set one with maxReceiveCount 3");
    } else if (redrive.maxReceives() < FEWEST_RECEIVES) {
      warnings.add(
          "maxReceiveCount of the redrive policy is %d: a restart of the bridge can send good messages to the dead-letter queue; set it to 3 or more"
              .formatted(redrive.maxReceives()));
    }
    if (queue.deadLettersUrl() == null) {
      warnings.add(
          "there is no dead-letter queue: messages that can never become a job stay in the queue;"
              + " set a redrive policy or spec.deadLetter.url");
    }
    Duration wanted = spec.receiving().visibility();
    if (!queue.visibility().equals(wanted)) {
      warnings.add(
          "the queue's VisibilityTimeout is %d s, and the bridge uses receive.visibilitySeconds, %d s; set them to the same"
              .formatted(queue.visibility().toSeconds(), wanted.toSeconds()));
    }
    Duration retention = queue.retention();
    if (retention != null && retention.compareTo(SHORTEST_RETENTION) < 0) {
      warnings.add(
          "messages are kept for %d s only; set MessageRetentionPeriod to four days (345600) or more"
              .formatted(retention.toSeconds()));
    }
    return List.copyOf(warnings);
  }
}
