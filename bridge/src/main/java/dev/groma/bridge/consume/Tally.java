package dev.groma.bridge.consume;

import dev.groma.bridge.message.Stored;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts what became of a queue's messages in this process; and hands out what was not told yet.
 */
public final class Tally {

  private final AtomicLong received = new AtomicLong();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong duplicate = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong deadLettered = new AtomicLong();

  /**
   * Numbers that can be added up.
   *
   * @param received messages, redeliveries included
   * @param accepted jobs that were created
   * @param duplicate requests that had their job
   * @param rejected messages that can never become a job
   * @param deadLettered messages that were sent to the dead-letter queue
   */
  public record Counts(
      long received, long accepted, long duplicate, long rejected, long deadLettered) {

    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
      return new Counts(
          received + other.received,
          accepted + other.accepted,
          duplicate + other.duplicate,
          rejected + other.rejected,
          deadLettered + other.deadLettered);
    }

    /** What this has more than the other. */
    public Counts minus(Counts other) {
      return new Counts(
          received - other.received,
          accepted - other.accepted,
          duplicate - other.duplicate,
          rejected - other.rejected,
          deadLettered - other.deadLettered);
    }
  }

  void received(int messages) {
    received.addAndGet(messages);
  }

  void stored(Stored stored) {
    switch (stored) {
      case Stored.Created created -> accepted.incrementAndGet();
      case Stored.Duplicate there -> duplicate.incrementAndGet();
      // Counted with its message, which may have others.
      case Stored.Refused refused -> {}
    }
  }

  void rejected() {
    rejected.incrementAndGet();
  }

  void deadLettered() {
    deadLettered.incrementAndGet();
  }

  /** All of it so far. */
  public Counts counts() {
    return new Counts(
        received.get(), accepted.get(), duplicate.get(), rejected.get(), deadLettered.get());
  }
}
