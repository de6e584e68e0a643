package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job. Built in one place, {@link dev.groma.api.status.StatusBuilder}.
 *
 * <p>Times are RFC 3339 in UTC with whole seconds, as Kubernetes writes them.
 *
 * @param unreadable why the stored status does not fit this type; null when it does; never stored
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LayoutJobStatus(
    @JsonPropertyDescription("The metadata.generation that this status is about.") @Min(0) @Nullable Long observedGeneration,
    @JsonPropertyDescription("The engine that the spec asks for, such as roomDetection.")
        @Size(max = 63) @Nullable String engine,
    @JsonPropertyDescription(
            "Pending, Queued, Running, Succeeded or Failed; the last two are final.")
        @SelectableField
        @Nullable Phase phase,
    @JsonPropertyDescription("Attempts begun, counted from 1.") @Min(0) @Nullable Integer attempts,
    @JsonPropertyDescription("When the runner of the first attempt started.") @Size(max = 32) @Nullable String startTime,
    @JsonPropertyDescription("When the job reached its final phase.") @Size(max = 32) @Nullable String completionTime,
    @JsonPropertyDescription("From startTime to completionTime, such as 850ms, 12s or 3m5s.")
        @Size(max = 32) @Nullable String duration,
    @JsonPropertyDescription(
            "Accepted, Running, Complete, Failed, and the kstatus trio Ready, Reconciling, Stalled;"
                + " each reason is explained in docs/reference/reasons.md.")
        @Size(max = 16) @Nullable List<Condition> conditions,
    @JsonPropertyDescription("The few numbers a person wants to see, by engine.")
        @Nullable Summary summary,
    @JsonPropertyDescription("The files that the engine made.") @Size(max = 64) @Nullable List<Artifact> artifacts,
    @JsonPropertyDescription("Why the job failed; absent unless the phase is Failed.")
        @Nullable Failure failure,
    @JsonPropertyDescription("The runner of the latest attempt.") @Nullable Runner runner,
    @JsonIgnore @Nullable String unreadable) {

  /** A status in the place of one that could not be read. */
  public static LayoutJobStatus unreadable(String why) {
    return new LayoutJobStatus(
        null, null, null, null, null, null, null, null, null, null, null, null, why);
  }

  /** The same with what the engine answered. */
  public LayoutJobStatus withResult(Summary answer, List<Artifact> files) {
    return new LayoutJobStatus(
        observedGeneration,
        engine,
        phase,
        attempts,
        startTime,
        completionTime,
        duration,
        conditions,
        answer,
        files,
        null,
        runner,
        null);
  }

  /** The same with why there is no answer. */
  public LayoutJobStatus withFailure(Failure cause) {
    return new LayoutJobStatus(
        observedGeneration,
        engine,
        phase,
        attempts,
        startTime,
        completionTime,
        duration,
        conditions,
        null,
        null,
        cause,
        runner,
        null);
  }
}
