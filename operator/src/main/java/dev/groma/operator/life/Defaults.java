package dev.groma.operator.life;

import dev.groma.api.layoutjob.Output;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's settings say where a spec says nothing.
 *
 * @param image of the runner, which is part of what an answer depends on
 * @param memory that an attempt gets, a Kubernetes quantity
 * @param memoryLimit that an attempt gets at most when it ran out of memory, a Kubernetes quantity
 * @param output where artifacts go
 * @param timeToLive how long a job is kept after its end; null for ever
 * @param gracePeriod between SIGTERM and SIGKILL
 */
public record Defaults(
    String image,
    String memory,
    String memoryLimit,
    Output output,
    @Nullable Duration timeToLive,
    Duration gracePeriod) {}
