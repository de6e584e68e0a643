package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is asked to do; {@code request.json} in the folder handed to the runner.
 *
 * @param apiVersion {@link RunnerContract#API_VERSION}
 * @param kind {@code RunnerRequest}
 * @param job whose attempt this is
 * @param attempt number of the attempt, from 1; repeated in everything the runner reports
 * @param engine name of the engine, such as {@code roomDetection}
 * @param parameters the engine's block of the spec without its inputs
 * @param inputs where each input lies
 * @param correlationId the submitter's own name for the job
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunnerRequest(
    @JsonProperty(required = true) String apiVersion,
    @JsonProperty(required = true) String kind,
    @JsonProperty(required = true) JobReference job,
    @JsonProperty(required = true) int attempt,
    @JsonProperty(required = true) String engine,
    @JsonProperty(required = true) ObjectNode parameters,
    @JsonProperty(required = true) List<RequestInput> inputs,
    @Nullable String correlationId) {

  public static final String KIND = "RunnerRequest";

  public RunnerRequest {
    RunnerDocuments.check(apiVersion, kind, KIND);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be at least 1, was " + attempt);
    }
    RunnerDocuments.required(job, "job");
    RunnerDocuments.required(engine, "engine");
    RunnerDocuments.required(parameters, "parameters");
    inputs = List.copyOf(RunnerDocuments.required(inputs, "inputs"));
  }

  /** A request of the current version. */
  public static RunnerRequest of(
      JobReference job,
      int attempt,
      String engine,
      ObjectNode parameters,
      List<RequestInput> inputs,
      @Nullable String correlationId) {
    return new RunnerRequest(
        RunnerContract.API_VERSION, KIND, job, attempt, engine, parameters, inputs, correlationId);
  }
}
