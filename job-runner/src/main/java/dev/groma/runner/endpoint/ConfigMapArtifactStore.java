package dev.groma.runner.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ArtifactReceipt;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ReportedArtifact;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Artifacts handed to the operator, which keeps them in a ConfigMap: all of them or none. Sending
 * them twice is the same as once.
 *
 * @param endpoint of the attempt
 * @param patience with an endpoint that is not there for a moment
 */
public record ConfigMapArtifactStore(ReportEndpoint endpoint, Patience patience)
    implements ArtifactStore {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @Override
  public List<ResultArtifact> store(Path folder, List<ResultArtifact> artifacts)
      throws TransferException {
    checkFits(artifacts);
    ReportAnswer answer = send(report(folder, artifacts));
    if (!answer.isDone()) {
      throw refusal(answer);
    }
    Map<String, String> places = new HashMap<>();
    receipt(answer).artifacts().forEach(stored -> places.put(stored.name(), stored.uri()));
    List<ResultArtifact> stored = new ArrayList<>();
    for (ResultArtifact artifact : artifacts) {
      String place = places.get(artifact.name());
      stored.add(place == null ? artifact : artifact.at(place));
    }
    return stored;
  }

  private static void checkFits(List<ResultArtifact> artifacts) throws TransferException {
    long bytes = artifacts.stream().mapToLong(ResultArtifact::bytes).sum();
    if (bytes > ArtifactReport.CONTENT_MAX_BYTES) {
      throw TransferException.tooLarge(
          "the artifacts have %,d bytes and a ConfigMap may have %,d; set spec.output to s3 or volumeClaim"
              .formatted(bytes, ArtifactReport.CONTENT_MAX_BYTES));
    }
    if (artifacts.size() > ArtifactReport.MAX_ARTIFACTS) {
      throw TransferException.tooLarge(
          "there are %d artifacts and a ConfigMap may have %d; set spec.output to s3 or volumeClaim"
              .formatted(artifacts.size(), ArtifactReport.MAX_ARTIFACTS));
    }
  }

  private static ArtifactReport report(Path folder, List<ResultArtifact> artifacts)
      throws TransferException {
    List<ReportedArtifact> reported = new ArrayList<>();
    for (ResultArtifact artifact : artifacts) {
      try {
        reported.add(
            ReportedArtifact.of(artifact, Files.readAllBytes(folder.resolve(artifact.name()))));
      } catch (IOException unreadable) {
        throw TransferException.unreachable(
            "the artifact %s: %s".formatted(artifact.name(), FileWords.of(unreadable)));
      }
    }
    return ArtifactReport.of(reported);
  }

  /** Sends until there is an answer that will not change. */
  private ReportAnswer send(ArtifactReport report) throws TransferException {
    boolean tokenTried = false;
    for (int failures = 1; ; failures++) {
      String trouble;
      Duration asked = Duration.ZERO;
      try {
        ReportAnswer answer = endpoint.post("artifacts", report, TIMEOUT);
        boolean tokenMayBeOld = answer.isAboutTheToken() && !tokenTried;
        if (!answer.isOfTheMoment() && !tokenMayBeOld) {
          return answer;
        }
        tokenTried |= answer.isAboutTheToken();
        asked = answer.patienceAsked();
        trouble = answer.said();
      } catch (IOException silent) {
        trouble = silent.getClass().getSimpleName() + ": " + silent.getMessage();
      } catch (InterruptedException stopped) {
        throw stopped();
      }
      if (!patience.allows(failures)) {
        throw TransferException.ofTheMoment(
            "the operator at %s did not take the artifacts in %d tries: %s; check that it runs and that the runner may reach it"
                .formatted(endpoint.describe(), failures, trouble));
      }
      pause(asked.plus(patience.pause(failures, ThreadLocalRandom.current().nextDouble())));
    }
  }

  private static void pause(Duration time) throws TransferException {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      throw stopped();
    }
  }

  private static TransferException stopped() {
    Thread.currentThread().interrupt();
    return TransferException.ofTheMoment("sending the artifacts was stopped");
  }

  /** With the reason that the operator gives, where it is one that a runner may give. */
  private TransferException refusal(ReportAnswer answer) {
    Reason reason = answer.reason().orElse(Reason.InputUnreachable);
    String message =
        "the operator at %s refused the artifacts: %s (%s)"
            .formatted(endpoint.describe(), answer.said(), reason);
    return ExitCode.of(reason)
        .map(exitCode -> new TransferException(exitCode, reason, message))
        .orElseGet(() -> TransferException.unreachable(message));
  }

  private ArtifactReceipt receipt(ReportAnswer answer) throws TransferException {
    try {
      return RunnerContract.read(answer.body(), ArtifactReceipt.class);
    } catch (JsonProcessingException misfit) {
      throw TransferException.unreachable(
          "the operator at %s answered what this runner does not understand (%s); check that both are of the same version"
              .formatted(endpoint.describe(), misfit.getOriginalMessage()));
    }
  }

  @Override
  public String describe() {
    return "a ConfigMap";
  }
}
