package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What an engine answered; {@code result.json} beside the artifacts, written last.
 *
 * <p>It says nothing of when, where and by which attempt it was made, so the same input, parameters
 * and engine version give the same bytes.
 *
 * @param apiVersion {@link RunnerContract#API_VERSION}
 * @param kind {@code RunnerResult}
 * @param engine name of the engine
 * @param engineVersion version of its answers
 * @param parameters as used, with every default filled in
 * @param summary of the engine; measurements of time are not part of it
 * @param artifacts every other artifact, in the order in which they were written
 */
public record RunnerResult(
    @JsonProperty(required = true) String apiVersion,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) String engine,
    @JsonProperty(required = true) String engineVersion,
    @JsonProperty(required = true) ObjectNode parameters,
    @JsonProperty(required = true) ObjectNode summary,
    @JsonProperty(required = true) List<ResultArtifact> artifacts) {

  public static final String KIND = "RunnerResult";

  public RunnerResult {
    RunnerDocuments.check(apiVersion, kind, KIND);
    RunnerDocuments.required(engine, "engine");
    RunnerDocuments.required(engineVersion, "engineVersion");
    RunnerDocuments.required(parameters, "parameters");
    RunnerDocuments.required(summary, "summary");
    artifacts = List.copyOf(RunnerDocuments.required(artifacts, "artifacts"));
  }

  /** A result of the current version. */
  public static RunnerResult of(
      String engine,
      String engineVersion,
      ObjectNode parameters,
      ObjectNode summary,
      List<ResultArtifact> artifacts) {
    return new RunnerResult(
        RunnerContract.API_VERSION, KIND, engine, engineVersion, parameters, summary, artifacts);
  }
}
