package dev.groma.runner.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.runner.transfer.ArtifactStore;
import dev.groma.runner.transfer.FileWords;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Artifacts handed to the operator, which keeps them in a ConfigMap: all of them or none.
 *
 * @param endpoint of the attempt
 * @param namespace of the job, for the URIs
 * @param patience with an endpoint that is not there for a moment
 */
public record ConfigMapArtifactStore(ReportEndpoint endpoint, String namespace, Patience patience)
    implements ArtifactStore {

  /** What the operator takes, in bytes of all artifacts together: a ConfigMap holds 1 MiB. */
  public static final long MAX_BYTES = 900 << 10;

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int TOO_MANY = 429;

  @Override
  public List<ResultArtifact> store(Path folder, List<ResultArtifact> artifacts)
      throws TransferException {
    checkSize(artifacts);
    byte[] body = body(folder, artifacts);
    ReportEndpoint.Answer answer = send(body);
    if (answer.status() / 100 != 2) {
      throw refusal(answer);
    }
    String configMap = configMap(answer);
    return artifacts.stream()
        .map(artifact ->
            artifact.at("configmap://%s/%s/%s".formatted(namespace, configMap, artifact.name())))
        .toList();
  }

  private static void checkSize(List<ResultArtifact> artifacts) throws TransferException {
    long bytes = artifacts.stream().mapToLong(ResultArtifact::bytes).sum();
    if (bytes > MAX_BYTES) {
      throw TransferException.tooLarge(
          ("the artifacts have %,d bytes and a ConfigMap may have %,d; set spec.output to s3 or"
                  + " volumeClaim")
              .formatted(bytes, MAX_BYTES));
    }
  }

  private static byte[] body(Path folder, List<ResultArtifact> artifacts)
      throws TransferException {
    ObjectNode document = RunnerContract.mapper().createObjectNode();
    var list = document.putArray("artifacts");
    for (ResultArtifact artifact : artifacts) {
      try {
        list.addObject()
            .put("name", artifact.name())
            .put("mediaType", artifact.mediaType())
            .put("sha256", artifact.sha256())
            .put("content", Files.readAllBytes(folder.resolve(artifact.name())));
      } catch (IOException unreadable) {
        throw TransferException.unreachable(
            "the artifact %s: %s".formatted(artifact.name(), FileWords.of(unreadable)));
      }
    }
    try {
      return RunnerContract.mapper().writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON can be written", impossible);
    }
  }

  /** Sends until there is an answer that will not change. */
  private ReportEndpoint.Answer send(byte[] body) throws TransferException {
    for (int failures = 1; ; failures++) {
      String trouble;
      try {
        ReportEndpoint.Answer answer = endpoint.post("artifacts", body, TIMEOUT);
        if (answer.status() < 500 && answer.status() != TOO_MANY) {
          return answer;
        }
        trouble = said(answer);
      } catch (IOException silent) {
        trouble = silent.getClass().getSimpleName() + ": " + silent.getMessage();
      } catch (InterruptedException stopped) {
        throw stopped(stopped);
      }
      if (!patience.allows(failures + 1)) {
        throw TransferException.ofTheMoment(
            "the operator at %s did not take the artifacts in %d tries: %s; check that it runs and that the runner may reach it"
                .formatted(endpoint.describe(), failures, trouble));
      }
      pause(failures);
    }
  }

  private void pause(int failures) throws TransferException {
    try {
      Thread.sleep(patience.pause(failures, ThreadLocalRandom.current().nextDouble()));
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private static TransferException stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return TransferException.ofTheMoment("sending the artifacts was stopped: " + stopped);
  }

  private TransferException refusal(ReportEndpoint.Answer answer) {
    Reason reason = reason(answer);
    return new TransferException(
        reason == Reason.ResultTooLarge ? ExitCode.BAD_PARAMETERS : ExitCode.UNREACHABLE,
        reason,
        "the operator at %s refused the artifacts: %s"
            .formatted(endpoint.describe(), said(answer)));
  }

  private static Reason reason(ReportEndpoint.Answer answer) {
    String name = problem(answer).path("reason").asText();
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(Reason.InputUnreachable);
  }

  private static String said(ReportEndpoint.Answer answer) {
    JsonNode problem = problem(answer);
    String detail = problem.path("detail").asText(problem.path("title").asText());
    return "%d %s".formatted(answer.status(), detail).stripTrailing();
  }

  private static JsonNode problem(ReportEndpoint.Answer answer) {
    try {
      JsonNode problem = RunnerContract.mapper().readTree(answer.body());
      return problem == null ? RunnerContract.mapper().createObjectNode() : problem;
    } catch (JsonProcessingException notJson) {
      return RunnerContract.mapper().createObjectNode();
    }
  }

  private String configMap(ReportEndpoint.Answer answer) throws TransferException {
    String name = problem(answer).path("configMap").asText();
    if (name.isEmpty()) {
      throw TransferException.ofTheMoment(
          "the operator at %s took the artifacts and did not say where they are; check that it and the runner are of one version"
              .formatted(endpoint.describe()));
    }
    return name;
  }

  @Override
  public String describe() {
    return "a ConfigMap";
  }
}
