package dev.groma.bridge.outcome;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.layoutqueue.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is told how a job ended: a pure function of what the LayoutQueue says now. */
public final class Address {

  /** Annotation of a job: the id of the event that everybody has been sent. */
  static final String TOLD = QueuedJob.RESERVED_PREFIX + "outcome-told";

  private Address() {}

  /**
   * One who is told.
   *
   * @param url of a queue
   * @param dead whether as a dead letter
   */
  public record Recipient(String url, boolean dead) {}

  /**
   * Everybody who is to be told. A queue that is allowed no more is told nothing.
   *
   * @param deadLettersUrl null where there is no dead-letter queue
   */
  public static List<Recipient> of(
      LayoutJob job, Phase phase, LayoutQueueSpec spec, @Nullable String deadLettersUrl) {
    List<Recipient> recipients = new ArrayList<>();
    String replyTo = Outcome.annotation(job, QueuedJob.REPLY_TO);
    if (replyTo != null && isAllowed(replyTo, spec.replies())) {
      recipients.add(new Recipient(replyTo, false));
    }
    boolean dead = spec.deadLetter() != null && spec.deadLetter().takesFailedJobs();
    if (dead
        && phase == Phase.FAILED
        && spec.acknowledged() == Acknowledge.OnStored
        && deadLettersUrl != null) {
      recipients.add(new Recipient(deadLettersUrl, true));
    }
    return List.copyOf(recipients);
  }

  private static boolean isAllowed(String url, @Nullable Replies replies) {
    return replies != null
        && (url.equals(replies.url())
            || Objects.requireNonNullElse(replies.allowed(), List.of()).contains(url));
  }

  /** Whether everybody has been told of the end with this id. */
  static boolean isTold(LayoutJob job, String id) {
    return id.equals(Outcome.annotation(job, TOLD));
  }
}
