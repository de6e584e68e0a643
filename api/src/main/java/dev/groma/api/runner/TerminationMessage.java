package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The runner's last word, at most {@link RunnerContract#TERMINATION_MESSAGE_MAX_BYTES} long: what
 * the operator records. Either {@link #summary} and {@link #artifacts} or {@link #failure} is set.
 *
 * @param apiVersion {@link RunnerContract#API_VERSION}
 * @param kind {@code TerminationMessage}
 * @param jobUid of the job whose attempt this was
 * @param attempt number of the attempt
 * @param summary of the engine, with {@code processingSeconds} as measured
 * @param artifacts all artifacts, {@code result.json} last
 * @param failure why there is no result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TerminationMessage(
    @JsonProperty(required = true) String apiVersion,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String jobUid,
    @JsonProperty(required = true) int attempt,
    @Nullable ObjectNode summary,
    @Nullable List<ResultArtifact> artifacts,
    @Nullable RunnerFailure failure) {

  public static final String KIND = "TerminationMessage";

  public TerminationMessage {
    RunnerDocuments.check(apiVersion, kind, KIND);
    RunnerDocuments.required(jobUid, "jobUid");
    if ((summary == null) == (failure == null) || (summary == null) != (artifacts == null)) {
      throw new IllegalArgumentException(
          "either summary and artifacts or failure must be set, and not both");
    }
    artifacts = artifacts == null ? null : List.copyOf(artifacts);
  }

  /** The word of a runner that has a result. */
  public static TerminationMessage succeeded(
      String jobUid, int attempt, ObjectNode summary, List<ResultArtifact> artifacts) {
    return new TerminationMessage(
        RunnerContract.API_VERSION, KIND, jobUid, attempt, summary, artifacts, null);
  }

  /** The word of a runner that has none. */
  public static TerminationMessage failed(String jobUid, int attempt, RunnerFailure failure) {
    return new TerminationMessage(
        RunnerContract.API_VERSION, KIND, jobUid, attempt, null, null, failure);
  }
}
