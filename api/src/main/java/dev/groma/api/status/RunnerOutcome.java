package dev.groma.api.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.RoomDetectionSummary;
import dev.groma.api.layoutjob.SiteFitSummary;
import dev.groma.api.layoutjob.SiteLayoutSummary;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerFailure;
import dev.groma.api.runner.TerminationMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a runner's end says, and whether to believe it.
 *
 * @param jobUid of the job that the attempt belongs to
 * @param attempt number of the attempt
 * @param engine that the job asks for
 */
public record RunnerOutcome(String jobUid, int attempt, String engine) {

  /**
   * What came of the attempt whose runner ended with this code and this last word.
   *
   * @param exitCode of the process
   * @param lastWord the termination message; null or blank when the runner left none
   */
  public AttemptResult of(int exitCode, @Nullable String lastWord) {
    if (lastWord == null || lastWord.isBlank()) {
      return withoutWord(exitCode);
    }
    TerminationMessage message;
    try {
      message = RunnerContract.read(lastWord, TerminationMessage.class);
    } catch (JsonProcessingException garbled) {
      return exitCode == ExitCode.DONE.code()
          ? protocolError("the runner's last word is not in the contract's form", exitCode)
          : withoutWord(exitCode);
    }
    if (!message.jobUid().equals(jobUid) || message.attempt() != attempt) {
      return protocolError(
          "the runner reported for attempt %d of job %s"
              .formatted(message.attempt(), message.jobUid()),
          exitCode);
    }
    return of(exitCode, message);
  }

  private AttemptResult of(int exitCode, TerminationMessage message) {
    RunnerFailure failure = message.failure();
    if (failure != null) {
      return failed(exitCode, failure);
    }
    if (exitCode != ExitCode.DONE.code()) {
      return protocolError("the runner reported a result and did not end with 0", exitCode);
    }
    List<ResultArtifact> artifacts = message.artifacts();
    ObjectNode summary = message.summary();
    if (artifacts == null || summary == null) {
      throw new IllegalStateException("ruled out by TerminationMessage");
    }
    try {
      return new AttemptResult.Answer(summary(summary), artifacts);
    } catch (JsonProcessingException misfit) {
      return protocolError(
          "the runner's summary does not fit: " + misfit.getOriginalMessage(), exitCode);
    }
  }

  private static AttemptResult failed(int exitCode, RunnerFailure failure) {
    boolean known =
        ExitCode.of(exitCode).filter(code -> code.reasons().contains(failure.reason())).isPresent();
    return known
        ? new AttemptResult.NoAnswer(failure.reason(), failure.message(), exitCode)
        : protocolError(
            "the runner reported the failure %s and ended with exit code %d"
                .formatted(failure.reason(), exitCode),
            exitCode);
  }

  private static AttemptResult withoutWord(int exitCode) {
    if (exitCode == ExitCode.DONE.code()) {
      return protocolError("the runner ended with exit code 0 and left no result", exitCode);
    }
    return new AttemptResult.NoAnswer(
        ExitCode.of(exitCode).flatMap(ExitCode::reason).orElse(Reason.RunnerCrashed),
        "the runner ended with exit code %d and left no word; see its Pod's log"
            .formatted(exitCode),
        exitCode);
  }

  private static AttemptResult protocolError(String message, int exitCode) {
    return new AttemptResult.NoAnswer(
        Reason.RunnerProtocolError,
        message + "; check that operator and runner image are of the same version",
        exitCode);
  }

  private Summary summary(ObjectNode summary) throws JsonProcessingException {
    return switch (engine) {
      case "roomDetection" ->
          Summary.of(RunnerContract.mapper().treeToValue(summary, RoomDetectionSummary.class));
      case "siteFit" ->
          Summary.of(RunnerContract.mapper().treeToValue(summary, SiteFitSummary.class));
      case "siteLayout" ->
          Summary.of(RunnerContract.mapper().treeToValue(summary, SiteLayoutSummary.class));
      default -> throw new IllegalArgumentException("no summary for engine " + engine);
    };
  }
}
