package dev.groma.bridge.ledger;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.store.Storing;
import java.time.Instant;
import java.util.Optional;

/** Decides what to do about a job that ended: a pure function. */
public final class Sweep {

  private Sweep() {}

  /** What to do. */
  public enum Step {
    /** Nothing yet. */
    KEEP,
    /** Write its tombstone. */
    BURY,
    /** Delete it: its tombstone has been there for long enough. */
    DELETE
  }

  /**
   * A job that ended.
   *
   * @param due when it is to be deleted
   * @param delivered whether everybody who is to know of its end does
   */
  public record Ended(JobKey job, Instant due, boolean delivered) {}

  /**
   * The next step.
   *
   * @param buriedAt when its tombstone was written; empty where it has none
   */
  public static Step next(Ended ended, Optional<Instant> buriedAt, Instant now) {
    if (!ended.delivered() || now.isBefore(ended.due())) {
      return Step.KEEP;
    }
    return buriedAt
        .map(at -> now.isBefore(settled(at)) ? Step.KEEP : Step.DELETE)
        .orElse(Step.BURY);
  }

  private static Instant settled(Instant buriedAt) {
    return buriedAt.equals(Instant.MAX) ? Instant.MAX : buriedAt.plus(Storing.SETTLING);
  }
}
