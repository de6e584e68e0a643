package dev.groma.bridge.ledger;

import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Deletes jobs whose time is over, each after its tombstone. */
public final class Sweeper {

  private final Ledger ledger;
  private final Deleter deleter;
  private final InstantSource clock;

  /** Deletes one job. */
  @FunctionalInterface
  public interface Deleter {

    /** Deletes a job, if it is still as it was seen. */
    void delete(Candidate job) throws TroubledException;
  }

  /**
   * A job that ended, as it was seen.
   *
   * @param contentHash of what its request asked for
   */
  public record Candidate(
      Sweep.Ended ended, String contentHash, String uid, String resourceVersion) {

    /** Where it stands. */
    public JobKey key() {
      return ended.job();
    }
  }

  /** Deletes by this means the jobs of one queue. */
  public Sweeper(Ledger ledger, Deleter deleter, InstantSource clock) {
    this.ledger = ledger;
    this.deleter = deleter;
    this.clock = clock;
  }

  /** Takes the next step with each. */
  public void sweep(List<Candidate> candidates) throws TroubledException {
    List<Candidate> due =
        candidates.stream()
            .filter(it -> it.ended().delivered() && !clock.instant().isBefore(it.ended().due()))
            .toList();
    if (due.isEmpty()) {
      return;
    }
    Ledger.Pages look = ledger.look(Duration.ZERO);
    List<Tombstone> burials = new ArrayList<>();
    for (Candidate candidate : due) {
      switch (Sweep.next(candidate.ended(), look.writtenAt(candidate.key()), clock.instant())) {
        case KEEP -> {}
        case BURY -> burials.add(Tombstone.of(candidate.key(), candidate.contentHash()));
        case DELETE -> deleter.delete(candidate);
      }
    }
    for (int from = 0; from < burials.size(); from += Ledger.MOST) {
      ledger.write(burials.subList(from, Math.min(from + Ledger.MOST, burials.size())));
    }
  }

  /** Remembers a job that somebody else deleted. */
  public void bury(JobKey job, String contentHash) throws TroubledException {
    if (ledger.look(Duration.ZERO).writtenAt(job).isEmpty()) {
      ledger.write(List.of(Tombstone.of(job, contentHash)));
    }
  }

  /** Deletes the pages that no message can ask for any more. */
  public void expire() throws TroubledException {
    ledger.expire();
  }
}
