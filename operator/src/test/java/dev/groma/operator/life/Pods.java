package dev.groma.operator.life;

import static dev.groma.operator.life.World.FLAT;
import static dev.groma.operator.life.World.START;

import dev.groma.api.reason.Reason;
import dev.groma.operator.LastWords;
import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Pods of tables: they start two seconds after the start and end five seconds after it. */
final class Pods {

  static final Instant STARTED = START.plusSeconds(2);
  static final Instant ENDED = START.plusSeconds(5);

  static final PodState STARTING = new PodState.Starting("the kubelet is starting it");
  static final PodState RUNNING = new PodState.Running(STARTED);
  static final PodState SUCCEEDED = succeeded(1);

  /** By SIGTERM, without a word. */
  static final PodState STOPPED = ended(143, "Error", null);

  static final Disruption DRAIN =
      new Disruption(Reason.Disrupted, "EvictionByEvictionAPI: Eviction API: evicting");
  static final Disruption EVICTION =
      new Disruption(Reason.Evicted, "Evicted: The node was low on resource: memory.");
  static final Disruption NODE_GONE =
      new Disruption(Reason.NodeLost, "DeletionByTaintManager: Taint manager: deleting");

  static final RunnerJob.End JOB_FAILED =
      new RunnerJob.End(false, ENDED, "BackoffLimitExceeded: too many Pods");
  static final RunnerJob.End JOB_COMPLETE = new RunnerJob.End(true, ENDED, "Complete");

  private Pods() {}

  static PodState succeeded(int attempt) {
    return ended(0, "Completed", LastWords.success(FLAT.uid(), attempt));
  }

  static PodState failed(int exitCode, Reason reason) {
    return ended(exitCode, "Error", LastWords.failure(FLAT.uid(), 1, reason, "because"));
  }

  static PodState ended(int exitCode, String cause, @Nullable String lastWord) {
    return new PodState.Ended(exitCode, STARTED, ENDED, cause, lastWord);
  }

  static PodState blocked(Reason reason) {
    return new PodState.Blocked(reason, "words of " + reason);
  }
}
