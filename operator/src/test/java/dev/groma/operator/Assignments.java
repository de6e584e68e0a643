package dev.groma.operator;

import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.attempt.Assignment;
import java.time.Duration;
import java.util.Objects;

/** What attempts of LayoutJobs are to do. */
public final class Assignments {

  private Assignments() {}

  /** The first attempt of a stored LayoutJob. */
  public static Assignment first(LayoutJob job) {
    return of(
        new JobReference(
            job.getMetadata().getNamespace(),
            job.getMetadata().getName(),
            job.getMetadata().getUid()),
        1,
        job.getSpec());
  }

  /** An attempt with the usual limits. */
  public static Assignment of(JobReference owner, int attempt, LayoutJobSpec spec) {
    return new Assignment(
        owner,
        attempt,
        EngineBlock.of(spec),
        Objects.requireNonNullElse(spec.seed(), 0L),
        Objects.requireNonNullElse(spec.output(), new Output(new ConfigMapSink(), null, null)),
        new Assignment.Limits(Duration.ofSeconds(240), Duration.ofSeconds(900), "1Gi"),
        spec.execution(),
        spec.correlationId(),
        null);
  }
}
