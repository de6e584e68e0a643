package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.runner.JobReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is to do, and under which conditions.
 *
 * @param owner the LayoutJob
 * @param attempt number of the attempt, from 1
 * @param block what is to run; each input has exactly one source
 * @param seed of the engine's random choices
 * @param output where artifacts go; exactly one sink
 * @param limits of time and memory
 * @param execution where the Pod may run; null for anywhere
 * @param correlationId the submitter's own name for the LayoutJob
 * @param traceparent W3C Trace Context of the submitter, as the variable TRACEPARENT of the runner
 */
public record Assignment(
    JobReference owner,
    int attempt,
    EngineBlock block,
    long seed,
    Output output,
    Limits limits,
    @Nullable Execution execution,
    @Nullable String correlationId,
    @Nullable String traceparent) {

  /**
   * Limits of an attempt.
   *
   * @param timeout from the start of its container
   * @param startDeadline from the creation of its Job to the start of its container
   * @param memory a Kubernetes quantity
   */
  public record Limits(Duration timeout, Duration startDeadline, String memory) {}
}
