package dev.groma.operator.simulation;

import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the API server does when a deletion is asked for. */
final class Deletions {

  private Deletions() {}

  /** A Job stays until its Pods are gone. */
  static void foreground(World world, Stored.Batch there) {
    RunnerJob going = Jobs.deleted(there.job(), world.seconds());
    world.api().put(Kind.JOB, version -> new Stored.Batch(version, there.attempt(), going));
  }

  /** A Job is gone at once, its Pods follow. */
  static void background(World world, Stored.Batch there) {
    world.api().remove(Kind.JOB, there.name());
  }

  /** A Pod gets its grace period. */
  static void pod(World world, Stored.Pod there, @Nullable Disruption disruption) {
    RunnerPod pod = there.pod();
    Instant until = world.seconds().plus(Scenario.GRACE_PERIOD);
    world
        .api()
        .put(
            Kind.POD,
            version ->
                new Stored.Pod(
                    version,
                    there.attempt(),
                    there.jobUid(),
                    new RunnerPod(
                        pod.name(),
                        pod.uid(),
                        pod.node(),
                        pod.createdAt(),
                        pod.deletedAt() == null ? until : pod.deletedAt(),
                        disruption == null ? pod.disruption() : disruption,
                        pod.state())));
  }
}
