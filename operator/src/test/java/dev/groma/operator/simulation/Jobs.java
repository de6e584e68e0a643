package dev.groma.operator.simulation;

import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of Jobs. */
final class Jobs {

  private Jobs() {}

  /** One that was just created. */
  static RunnerJob created(String name, String uid, Instant now, boolean held) {
    return new RunnerJob(name, uid, now, held, now, Counted.NONE, null, null);
  }

  /** Kueue holds it, or lets it go; the Job controller has yet to note it. */
  static RunnerJob held(RunnerJob job, boolean held) {
    return with(job, held, null, job.counted(), job.deletedAt(), job.end());
  }

  /** The Job controller has noted that it waits from now on. */
  static RunnerJob noted(RunnerJob job, Instant now) {
    return with(job, job.suspended(), now, job.counted(), job.deletedAt(), job.end());
  }

  /** The Job controller has counted its Pods. */
  static RunnerJob counted(RunnerJob job, Counted counted) {
    return with(job, job.suspended(), job.waitsSince(), counted, job.deletedAt(), job.end());
  }

  /** Somebody has asked for its deletion. */
  static RunnerJob deleted(RunnerJob job, Instant now) {
    return with(job, job.suspended(), job.waitsSince(), job.counted(), now, job.end());
  }

  /** The Job controller has ended it. */
  static RunnerJob ended(RunnerJob job, RunnerJob.End end) {
    return with(job, job.suspended(), job.waitsSince(), job.counted(), job.deletedAt(), end);
  }

  /** As if Kueue had never held it. */
  static RunnerJob waitingSinceCreation(RunnerJob job) {
    return noted(job, job.createdAt());
  }

  private static RunnerJob with(
      RunnerJob job,
      boolean held,
      @Nullable Instant waitsSince,
      Counted counted,
      @Nullable Instant deletedAt,
      RunnerJob.@Nullable End end) {
    return new RunnerJob(
        job.name(), job.uid(), job.createdAt(), held, waitsSince, counted, deletedAt, end);
  }
}
