package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/**
 * What to analyse: exactly one engine's block, and what is common to all engines.
 *
 * <p>A change that the operator must notice is a change of the spec: one of labels or annotations
 * alone does not raise the generation and can be lost. So suspend, cancel and retry are members.
 *
 * @param unreadable why the stored spec does not fit this type; null when it does; never stored
 */
@ValidationRule(
    value =
        "[has(self.roomDetection), has(self.siteFit), has(self.siteLayout)]"
            + ".filter(present, present).size() == 1",
    message = "exactly one engine block is required: roomDetection, siteFit or siteLayout")
@ValidationRule(
    value = LayoutJobSpec.IMMUTABLE,
    message =
        "only suspend, cancel, retry and ttlSecondsAfterFinished may change: create another LayoutJob"
            + " to run something else")
@ValidationRule(
    value = "!has(oldSelf.cancel) || !oldSelf.cancel || (has(self.cancel) && self.cancel)",
    message = "cancel cannot be taken back: create another LayoutJob to run it after all")
@ValidationRule(
    value = "!has(oldSelf.retry) || (has(self.retry) && self.retry >= oldSelf.retry)",
    message = "retry may only rise: add one to run a failed job again")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayoutJobSpec(
    @JsonPropertyDescription(
            "Finds the rooms in a plan of walls: their outlines, areas and neighbours. Exactly one"
                + " engine block is required.")
        @Nullable RoomDetectionSpec roomDetection,
    @JsonPropertyDescription(
            "Places a house on a parcel: the best rotations and positions, or the proof that there is"
                + " none. Exactly one engine block is required.")
        @Nullable SiteFitSpec siteFit,
    @JsonPropertyDescription(
            "Lays out a site: where assets stand, how roads get to them, and what earth that moves."
                + " Exactly one engine block is required.")
        @Nullable SiteLayoutSpec siteLayout,
    @JsonPropertyDescription(
            "Where random choices of an engine start, 0 to 9007199254740991: the same seed gives the"
                + " same answer. Default: 0.")
        @Min(0) @Max(9_007_199_254_740_991L) @Nullable Long seed,
    @JsonPropertyDescription(
            "Where artifacts go. Default: the operator's setting, else a ConfigMap beside the job.")
        @Nullable Output output,
    @JsonPropertyDescription(
            "How attempts run and how many there may be. Default: as each field says.")
        @Nullable Execution execution,
    @JsonPropertyDescription("Whether the answer of an earlier job will do. Default: it will not.")
        @Nullable Reuse reuse,
    @JsonPropertyDescription(
            "True stops the running attempt, which does not count, and holds the job until it is"
                + " false again. May change. Default: false.")
        @Nullable Boolean suspend,
    @JsonPropertyDescription(
            "True ends the job as Cancelled; the running attempt gets SIGTERM. Cannot be taken back."
                + " May change. Default: false.")
        @Nullable Boolean cancel,
    @JsonPropertyDescription(
            "Raise it to run a failed job again with a new budget of attempts, 0 to 1000. May rise."
                + " Default: 0.")
        @Min(0) @Max(1000) @Nullable Integer retry,
    @JsonPropertyDescription(
            "The job is deleted, with everything that it owns, this many seconds after it ended, 0"
                + " to 31536000. May change. Default: the operator's setting, else it is kept.")
        @Min(0) @Max(31_536_000) @Nullable Integer ttlSecondsAfterFinished,
    @JsonPropertyDescription(
            "A key under which submitters recognise the same request, carried into every log line."
                + " Letters, digits and . _ : / - only, at most 128 characters. Default: none.")
        @Size(min = 1, max = 128) @Pattern("^[A-Za-z0-9._:/-]+$") @Nullable String idempotencyKey,
    @JsonPropertyDescription(
            "A name of the submitter's own for this job, carried into every log line and into the"
                + " runner. Letters, digits and . _ : / - only, at most 128 characters. Default:"
                + " none.")
        @Size(min = 1, max = 128) @Pattern("^[A-Za-z0-9._:/-]+$") @Nullable String correlationId,
    @JsonIgnore @Nullable String unreadable) {

  /**
   * Every member but the mutable ones is absent or the same on both sides. Written with has, for
   * the API server takes optionals for unbounded and finds them too costly.
   */
  static final String IMMUTABLE =
      "has(self.roomDetection) == has(oldSelf.roomDetection) && (!has(self.roomDetection) || self.roomDetection == oldSelf.roomDetection)"
          + " && "
          + "has(self.siteFit) == has(oldSelf.siteFit) && (!has(self.siteFit) || self.siteFit == oldSelf.siteFit)"
          + " && "
          + "has(self.siteLayout) == has(oldSelf.siteLayout) && (!has(self.siteLayout) || self.siteLayout == oldSelf.siteLayout)"
          + " && "
          + "has(self.seed) == has(oldSelf.seed) && (!has(self.seed) || self.seed == oldSelf.seed)"
          + " && "
          + "has(self.output) == has(oldSelf.output) && (!has(self.output) || self.output == oldSelf.output)"
          + " && "
          + "has(self.execution) == has(oldSelf.execution) && (!has(self.execution) || self.execution == oldSelf.execution)"
          + " && "
          + "has(self.reuse) == has(oldSelf.reuse) && (!has(self.reuse) || self.reuse == oldSelf.reuse)"
          + " && "
          + "has(self.idempotencyKey) == has(oldSelf.idempotencyKey) && (!has(self.idempotencyKey) || self.idempotencyKey == oldSelf.idempotencyKey)"
          + " && "
          + "has(self.correlationId) == has(oldSelf.correlationId) && (!has(self.correlationId) || self.correlationId == oldSelf.correlationId)";

  /** A spec in the place of one that could not be read. */
  public static LayoutJobSpec unreadable(String why) {
    return new LayoutJobSpec(
        null, null, null, null, null, null, null, null, null, null, null, null, null, why);
  }

  /** Whether the job is to hold. */
  public boolean suspended() {
    return Boolean.TRUE.equals(suspend);
  }

  /** Whether the job is to end. */
  public boolean cancelled() {
    return Boolean.TRUE.equals(cancel);
  }
}
