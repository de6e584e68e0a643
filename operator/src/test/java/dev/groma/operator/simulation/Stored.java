package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.StoredResult;
import dev.groma.operator.life.Wishes;
import org.jspecify.annotations.Nullable;

/** An object as the API server stores it. */
sealed interface Stored {

  /** Its name; no two of a kind share one. */
  String name();

  /** Its resourceVersion. */
  long version();

  /** The LayoutJob. */
  record Job(
      String name,
      long version,
      String uid,
      long generation,
      Wishes wishes,
      @Nullable LayoutJobStatus status)
      implements Stored {

    Job with(long newVersion, LayoutJobStatus newStatus) {
      return new Job(name, newVersion, uid, generation, wishes, newStatus);
    }

    Job with(long newVersion, Wishes newWishes) {
      return new Job(name, newVersion, uid, generation + 1, newWishes, status);
    }
  }

  /**
   * A batch/v1 Job.
   *
   * @param attempt that it was made for; 0 for a Job of somebody else
   */
  record Batch(long version, int attempt, RunnerJob job) implements Stored {
    @Override
    public String name() {
      return job.name();
    }

    boolean isForeign() {
      return attempt == 0;
    }
  }

  /**
   * A Pod of such a Job.
   *
   * @param jobUid of the Job that controls it
   */
  record Pod(long version, int attempt, String jobUid, RunnerPod pod) implements Stored {
    @Override
    public String name() {
      return pod.name();
    }
  }

  /** A ConfigMap with artifacts. */
  record Result(long version, StoredResult result) implements Stored {
    @Override
    public String name() {
      return result.name();
    }
  }
}
