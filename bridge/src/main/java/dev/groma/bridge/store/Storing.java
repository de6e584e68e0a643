package dev.groma.bridge.store;

import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.Stored;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Stores a job, at most once for its request.
 *
 * <p>Whoever deletes a job writes its tombstone first, and waits {@link #SETTLING} between the two.
 * Here the ledger is looked at before the job is created. So where the look did not find the
 * tombstone, the job (if there ever was one) stands for at least {@code SETTLING} after the look,
 * and a create that is done by then finds it. A create that took longer than {@link #TRUSTED} is
 * not trusted: the ledger is looked at once more, and a job that should not be is deleted again.
 */
public final class Storing {

  /** Least time between a tombstone and the deletion of its job. */
  public static final Duration SETTLING = Duration.ofMinutes(10);

  /**
   * Longest time from a look into the ledger to the answer of a create. The rest of {@link
   * #SETTLING} is for clocks that differ and for an API server that creates after its client gave
   * up, a minute at most.
   */
  public static final Duration TRUSTED = Duration.ofMinutes(5);

  /** Looks are shared by messages that come together: one read for many of them. */
  private static final Duration OLDEST_LOOK = Duration.ofSeconds(5);

  /** A job that is there and gone in turns, so often, is somebody's who is at it right now. */
  private static final int MOST_TURNS = 3;

  private final Jobs jobs;
  private final Tombstones tombstones;
  private final InstantSource clock;

  /** Stores through these. */
  public Storing(Jobs jobs, Tombstones tombstones, InstantSource clock) {
    this.jobs = jobs;
    this.tombstones = tombstones;
    this.clock = clock;
  }

  /**
   * Stores a job, or finds out why not.
   *
   * @throws TroubledException when it cannot be done now; asking again does no harm
   */
  public Result store(NewJob job) throws TroubledException {
    Duration oldest = OLDEST_LOOK;
    for (int turn = 0; turn < MOST_TURNS; turn++) {
      Tombstones.Look look = tombstones.look(oldest);
      Optional<Stored> dead = fromLedger(look, job);
      if (dead.isPresent()) {
        return new Result.Known(dead.get());
      }
      switch (jobs.create(job)) {
        case Jobs.Answer.Created created -> {
          return new Result.Known(created(job, created.uid(), look));
        }
        case Jobs.Answer.Invalid invalid -> {
          return new Result.Known(new Stored.Refused(invalid.reason(), invalid.detail()));
        }
        case Jobs.Answer.Denied denied -> {
          return new Result.Denied(denied.detail());
        }
        case Jobs.Answer.Exists exists -> {
          Optional<Stored> there = fromStandingJob(job);
          if (there.isPresent()) {
            return new Result.Known(there.get());
          }
        }
      }
      // It is gone since, so by now its tombstone is in the ledger.
      oldest = Duration.ZERO;
    }
    throw new TroubledException(
        new Trouble(Trouble.Kind.FAULT, "LayoutJob %s comes and goes".formatted(job.key())));
  }

  /** What came of it. */
  public sealed interface Result {

    /** The request has its answer. */
    record Known(Stored stored) implements Result {}

    /** Admission refuses the job: for its own sake, or because it refuses all. */
    record Denied(String detail) implements Result {}
  }

  private static Optional<Stored> fromLedger(Tombstones.Look look, NewJob job) {
    return look.isSameContent(job.key(), job.contentHash())
        .map(same -> same ? new Stored.Duplicate(job.key(), true) : conflict(job.key()));
  }

  private Optional<Stored> fromStandingJob(NewJob job) throws TroubledException {
    return jobs.contentHash(job.key())
        .map(hash ->
            hash.equals(job.contentHash())
                ? new Stored.Duplicate(job.key(), false)
                : conflict(job.key()));
  }

  private static Stored conflict(JobKey job) {
    return new Stored.Refused(
        RefusalReason.IdempotencyConflict,
        ("the request of this key has been LayoutJob %s already, and that was asked for something"
                + " else; send this one under another key")
            .formatted(job));
  }

  private Stored created(NewJob job, String uid, Tombstones.Look look) throws TroubledException {
    if (clock.instant().isBefore(look.at().plus(TRUSTED))) {
      return new Stored.Created(job.key());
    }
    Optional<Stored> dead = fromLedger(tombstones.look(Duration.ZERO), job);
    if (dead.isEmpty()) {
      return new Stored.Created(job.key());
    }
    jobs.delete(job.key(), uid);
    return dead.get();
  }
}
