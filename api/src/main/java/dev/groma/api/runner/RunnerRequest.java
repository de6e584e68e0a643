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
 * @param seed of the engine's random choices
 * @param inputs where each input lies
 * @param timeoutSeconds how long the attempt may take from the start of its process, at least 1
 * @param output where artifacts go; absent: they stay in the folder that the runner writes to
 * @param report how the operator is reached; absent: not at all
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
    @JsonProperty(required = true) long seed,
    @JsonProperty(required = true) List<RequestInput> inputs,
    @JsonProperty(required = true) int timeoutSeconds,
    @Nullable RequestOutput output,
    @Nullable RequestReport report,
    @Nullable String correlationId) {

  public static final String KIND = "RunnerRequest";

  public RunnerRequest {
    RunnerDocuments.check(apiVersion, kind, KIND);
    if (attempt < 1) {
      throw new IllegalArgumentException("attempt must be at least 1, was " + attempt);
    }
    if (timeoutSeconds < 1) {
      throw new IllegalArgumentException(
          "timeoutSeconds must be at least 1, was " + timeoutSeconds);
    }
    RunnerDocuments.required(job, "job");
    RunnerDocuments.required(engine, "engine");
    RunnerDocuments.required(parameters, "parameters");
    inputs = List.copyOf(RunnerDocuments.required(inputs, "inputs"));
    if (output != null && output.sink() == Sink.ConfigMap && report == null) {
      throw new IllegalArgumentException("the sink ConfigMap needs a report endpoint");
    }
  }

  /**
   * A request of the current version.
   *
   * @param work what the engine is to do
   * @param delivery how long it may take and where its answer goes
   */
  public static RunnerRequest of(
      JobReference job, int attempt, Work work, Delivery delivery, @Nullable String correlationId) {
    return new RunnerRequest(
        RunnerContract.API_VERSION,
        KIND,
        job,
        attempt,
        work.engine(),
        work.parameters(),
        work.seed(),
        work.inputs(),
        delivery.timeoutSeconds(),
        delivery.output(),
        delivery.report(),
        correlationId);
  }

  /**
   * What the engine is to do.
   *
   * @param engine name of the engine
   * @param parameters the engine's block of the spec without its inputs
   * @param seed of the engine's random choices
   * @param inputs where each input lies
   */
  public record Work(String engine, ObjectNode parameters, long seed, List<RequestInput> inputs) {
    public Work {
      inputs = List.copyOf(inputs);
    }
  }

  /**
   * How long an attempt may take, and where its answer goes.
   *
   * @param timeoutSeconds at least 1
   * @param output where artifacts go; null: they stay where they are
   * @param report how the operator is reached; null: not at all
   */
  public record Delivery(
      int timeoutSeconds, @Nullable RequestOutput output, @Nullable RequestReport report) {}
}
