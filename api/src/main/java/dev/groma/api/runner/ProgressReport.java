package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far a runner is; what it sends to the operator's report endpoint while it works.
 *
 * @param apiVersion {@link RunnerContract#API_VERSION}
 * @param kind {@code ProgressReport}
 * @param percent 0 to 100
 * @param stage what the engine is at, 1 to {@link #STAGE_MAX_LENGTH} printable characters
 */
public record ProgressReport(
    @JsonProperty(required = true) String apiVersion,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) int percent,
    @JsonProperty(required = true) String stage) {

  public static final String KIND = "ProgressReport";

  /** The longest name of a stage, in UTF-16 code units. */
  public static final int STAGE_MAX_LENGTH = 128;

  private static final int DONE = 100;

  public ProgressReport {
    RunnerDocuments.check(apiVersion, kind, KIND);
    if (percent < 0 || percent > DONE) {
      throw new IllegalArgumentException("percent must be 0 to 100, was " + percent);
    }
    RunnerDocuments.required(stage, "stage");
    if (stage.isBlank()
        || stage.length() > STAGE_MAX_LENGTH
        || stage.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "stage must have 1 to %d printable characters".formatted(STAGE_MAX_LENGTH));
    }
  }

  /** A report of the current version. */
  public static ProgressReport of(int percent, String stage) {
    return new ProgressReport(RunnerContract.API_VERSION, KIND, percent, stage);
  }
}
