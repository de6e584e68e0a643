package dev.groma.runner.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.RunnerContract;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the endpoint said.
 *
 * @param status of HTTP
 * @param retryAfter when it may be asked again, in seconds; empty where it did not say
 * @param body a document of the contract, or a problem of RFC 9457
 */
record ReportAnswer(int status, String retryAfter, String body) {

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_SLOW = 408;
  private static final int TOO_MANY = 429;

  boolean isDone() {
    return status / 100 == 2;
  }

  /** Whether the same may be taken another time. */
  boolean isOfTheMoment() {
    return status >= 500 || status == TOO_SLOW || status == TOO_MANY;
  }

  /** Whether another token may be better: the kubelet may have exchanged it just now. */
  boolean isAboutTheToken() {
    return status == UNAUTHORIZED;
  }

  /** How long it wants to be left alone. */
  Duration patienceAsked() {
    try {
      return Duration.ofSeconds(Math.max(0, Integer.parseInt(retryAfter)));
    } catch (NumberFormatException dateOrNothing) {
      return Duration.ZERO;
    }
  }

  /** The reason that the problem gives a runner to end with. */
  Optional<Reason> reason() {
    String name = tree().path("reason").asText();
    return Arrays.stream(Reason.values()).filter(reason -> reason.name().equals(name)).findFirst();
  }

  /** For a sentence. */
  String said() {
    JsonNode problem = tree();
    String type = problem.path("type").asText();
    String detail = problem.path("detail").asText(problem.path("title").asText());
    return "%d %s %s".formatted(status, type.substring(type.lastIndexOf(':') + 1), detail).strip();
  }

  /** Of whatever version: members that are not known are passed over. */
  private JsonNode tree() {
    try {
      JsonNode tree = RunnerContract.mapper().readTree(body);
      return tree == null ? RunnerContract.mapper().missingNode() : tree;
    } catch (JsonProcessingException notJson) {
      return RunnerContract.mapper().missingNode();
    }
  }
}
