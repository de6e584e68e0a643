package dev.groma.operator.life;

import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.RunnerJob;
import java.time.Duration;

/** What to do about a LayoutJob. */
public sealed interface Decision {

  /**
   * Create the Job of the current attempt.
   *
   * @param ledger whose current attempt it is
   * @param order what is to run
   */
  record CreateJob(Ledger ledger, Order.Runnable order) implements Decision {}

  /**
   * Record this, unless it is recorded already.
   *
   * @param state of the LayoutJob
   * @param ledger of its attempts
   * @param lookAgain when to look again if no event comes
   */
  record Report(JobState state, Ledger ledger, Duration lookAgain) implements Decision {}

  /** The end is recorded; record too that it is the end of the spec as it is now. */
  record Acknowledge() implements Decision {}

  /**
   * Stop an attempt that must not run (any more): delete its Job, which stops its Pod.
   *
   * @param job to delete
   */
  record StopJob(RunnerJob job) implements Decision {}

  /** The LayoutJob has outlived its time: delete it. */
  record Delete() implements Decision {}

  /**
   * Nothing yet: an event is expected.
   *
   * @param atMost when to look again if none comes
   */
  record Wait(Duration atMost) implements Decision {}

  /**
   * The caches cannot be the whole truth: read the objects from the API server and decide again.
   *
   * @param why what is odd
   */
  record LookCloser(String why) implements Decision {}

  /**
   * An attempt takes long to start: ask the API server what keeps it and decide again. Where very
   * many do, as in a cluster that is too busy, the question can wait.
   *
   * @param why what it seems to wait for
   */
  record AskWhy(String why) implements Decision {}

  /** Nothing, until somebody changes the spec. */
  record Rest() implements Decision {}

  /**
   * The status cannot be read, so it may be a final one: leave it alone and tell a person.
   *
   * @param why what does not fit
   */
  record SetAside(String why) implements Decision {}
}
