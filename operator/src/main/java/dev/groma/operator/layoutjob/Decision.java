package dev.groma.operator.layoutjob;

import dev.groma.api.status.JobState;
import java.time.Duration;

/** What to do about a LayoutJob. */
public sealed interface Decision {

  /**
   * Create the Job of an attempt.
   *
   * @param attempt number of the attempt, from 1
   * @param order what is to run
   */
  record CreateJob(int attempt, Order.Runnable order) implements Decision {}

  /**
   * Record this state, unless it is recorded already.
   *
   * @param state of the LayoutJob
   */
  record Report(JobState state) implements Decision {}

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

  /** The end is recorded: nothing, ever again. */
  record Ignore() implements Decision {}

  /**
   * The status cannot be read, so it may be a final one: leave it alone and tell a person.
   *
   * @param why what does not fit
   */
  record SetAside(String why) implements Decision {}
}
