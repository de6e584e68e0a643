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

  /**
   * A job that is not there any more.
   *
   * @param contentHash of what its request asked for
   */
  public record Gone(JobKey key, String contentHash) {}

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
    write(burials);
  }

  /** Remembers jobs that somebody else deleted. */
  public void bury(List<Gone> jobs) throws TroubledException {
    if (jobs.isEmpty()) {
      return;
    }
    Ledger.Pages look = ledger.look(Duration.ZERO);
    write(
        jobs.stream()
            .filter(job -> look.writtenAt(job.key()).isEmpty())
            .map(job -> Tombstone.of(job.key(), job.contentHash()))
            .toList());
  }

  private void write(List<Tombstone> burials) throws TroubledException {
    for (int from = 0; from < burials.size(); from += Ledger.MOST) {
      ledger.write(burials.subList(from, Math.min(from + Ledger.MOST, burials.size())));
    }
  }

  /** Deletes the pages that no message can ask for any more. */
  public void expire() throws TroubledException {
    ledger.expire();
  }
}
