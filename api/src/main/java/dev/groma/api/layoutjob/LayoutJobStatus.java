package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SelectableField;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a job. Built in one place, {@link dev.groma.api.status.StatusBuilder}.
 *
 * <p>Times are RFC 3339 in UTC with whole seconds, as Kubernetes writes them.
 *
 * @param progress written by the report endpoint alone
 * @param unreadable why the stored status does not fit this type; null when it does; never stored
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LayoutJobStatus(
    @JsonPropertyDescription("The metadata.generation that this status is about.") @Min(0) @Nullable Long observedGeneration,
    @JsonPropertyDescription("The engine that the spec asks for, such as roomDetection.")
        @Size(max = 63) @Nullable String engine,
    @JsonPropertyDescription(
            "Pending, Queued, Running, Suspended, Succeeded, Failed or Cancelled; the last three are"
                + " final.")
        @SelectableField
        @Nullable Phase phase,
    @JsonPropertyDescription("Number of the latest attempt, begun or about to begin, from 1.")
        @Min(0) @Nullable Integer attempts,
    @JsonPropertyDescription("When the first attempt started.") @Size(max = 32) @Nullable String startTime,
    @JsonPropertyDescription("When the job reached its final phase.") @Size(max = 32) @Nullable String completionTime,
    @JsonPropertyDescription("From startTime to completionTime, such as 850ms, 12s or 3m5s.")
        @Size(max = 32) @Nullable String duration,
    @JsonPropertyDescription(
            "SHA-256 of what the spec asks for: engine, parameters, inputs, seed and the runner's"
                + " image. Equal hashes, equal answers where the inputs are pinned.")
        @Size(max = 64) @Pattern("^[0-9a-f]{64}$") @Nullable String inputHash,
    @JsonPropertyDescription(
            "Accepted, Running, Suspended, Complete, Failed, ResultRecorded, and the kstatus trio"
                + " Ready, Reconciling, Stalled; each reason is explained in"
                + " docs/reference/reasons.md.")
        @Size(max = 16) @Nullable List<Condition> conditions,
    @JsonPropertyDescription("How far the running attempt is; absent until its runner says so.")
        @Nullable Progress progress,
    @JsonPropertyDescription("The few numbers a person wants to see, by engine.")
        @Nullable Summary summary,
    @JsonPropertyDescription("Where the artifacts are: what all their URIs start with.")
        @Size(max = 2048) @Nullable String resultLocation,
    @JsonPropertyDescription("The files that the engine made.") @Size(max = 64) @Nullable List<Artifact> artifacts,
    @JsonPropertyDescription("The job whose answer this one took; absent unless it did.")
        @Nullable JobIdentity reusedFrom,
    @JsonPropertyDescription("Why the job failed; absent unless the phase is Failed.")
        @Nullable Failure failure,
    @JsonPropertyDescription("The runner of the latest attempt.") @Nullable Runner runner,
    @JsonPropertyDescription("What is used up of the attempts that the job has.")
        @Nullable AttemptBudget budget,
    @JsonPropertyDescription(
            "When the next attempt begins, or since when its Job cannot be created; absent"
                + " otherwise.")
        @Size(max = 32) @Nullable String nextAttemptTime,
    @JsonPropertyDescription(
            "Memory of the latest attempt, where it was raised because one ran out of it.")
        @Size(max = 32) @Nullable String memory,
    @JsonPropertyDescription("The newest ten attempts that ended without an answer, oldest first.")
        @Size(max = LayoutJobStatus.PAST_ATTEMPTS_MAX) @Nullable List<PastAttempt> pastAttempts,
    @JsonIgnore @Nullable String unreadable) {

  /** How many past attempts are kept. */
  public static final int PAST_ATTEMPTS_MAX = 10;

  /** A status in the place of one that could not be read. */
  public static LayoutJobStatus unreadable(String why) {
    return new LayoutJobStatus(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, null, null, why);
  }

  /** Nothing but the progress: what its writer applies. */
  public static LayoutJobStatus of(Progress progress) {
    return new LayoutJobStatus(
        null, null, null, null, null, null, null, null, null, progress, null, null, null, null,
        null, null, null, null, null, null, null);
  }

  /** The same but for the progress, which has a writer of its own. */
  public LayoutJobStatus withProgress(@Nullable Progress other) {
    return new LayoutJobStatus(
        observedGeneration,
        engine,
        phase,
        attempts,
        startTime,
        completionTime,
        duration,
        inputHash,
        conditions,
        other,
        summary,
        resultLocation,
        artifacts,
        reusedFrom,
        failure,
        runner,
        budget,
        nextAttemptTime,
        memory,
        pastAttempts,
        unreadable);
  }
}
