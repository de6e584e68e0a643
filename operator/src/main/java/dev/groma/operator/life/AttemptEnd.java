package dev.groma.operator.life;

import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.S3Prefix;
import dev.groma.api.layoutjob.VolumeFolder;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.RunnerOutcome;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Snapshot.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides about an attempt whose Pod is over: its answer is recorded where it is stored as its
 * runner says, and without one the attempt has failed.
 */
record AttemptEnd(Snapshot seen, Ledger ledger, Order.Runnable order, Timing timing, Instant now) {

  Decision of(RunnerPod pod) {
    RunnerOutcome outcome =
        new RunnerOutcome(seen.reference().uid(), ledger.attempt(), order.block().engine());
    return switch (new PodEnd(outcome, now).of(pod)) {
      case Ended.WithAnswer answer -> answered(answer, pod);
      case Ended.Without none -> without(none, pod);
    };
  }

  private Decision answered(Ended.WithAnswer end, RunnerPod pod) {
    Answers answers = new Answers(seen.reference(), ledger.attempt());
    Output output = order.output();
    S3Prefix s3 = output.s3();
    VolumeFolder volume = output.volumeClaim();
    if (s3 != null) {
      return succeeded(answers.in(s3, end), end, pod);
    }
    return volume == null
        ? fromConfigMap(answers, end, pod)
        : succeeded(answers.in(volume, end), end, pod);
  }

  /** What is said to be stored has to be seen. */
  private Decision fromConfigMap(Answers answers, Ended.WithAnswer end, RunnerPod pod) {
    Optional<StoredResult> stored =
        seen.results().stream().filter(result -> result.attempt() == ledger.attempt()).findFirst();
    if (stored.isEmpty()) {
      return switch (seen.sight()) {
        case Sight.Cached() ->
            timing.afterPatience(
                end.endedAt(),
                now,
                new Decision.LookCloser("the runner has an answer and its ConfigMap is not there"));
        case Sight.Live live ->
            protocolError("the runner reported artifacts that it has not stored", end, pod);
      };
    }
    Optional<ResultArtifact> untrue = Answers.untrue(stored.get(), end);
    return untrue.isPresent()
        ? protocolError(
            "the runner reported another digest of %s than it has stored"
                .formatted(untrue.get().name()),
            end,
            pod)
        : succeeded(answers.in(stored.get(), end), end, pod);
  }

  private Decision protocolError(String message, Ended.WithAnswer end, RunnerPod pod) {
    return without(
        new Ended.Without(
            end.startedAt(), end.endedAt(), Reason.RunnerProtocolError, Message.of(message), 0),
        pod);
  }

  private Decision succeeded(RecordedAnswer answer, Ended.WithAnswer end, RunnerPod pod) {
    return new Decision.Report(
        new JobState.Succeeded(seen.runner(ledger.attempt(), pod), end.endedAt(), answer),
        ledger.started(end.startedAt()),
        Duration.ZERO);
  }

  private Decision without(Ended.Without end, RunnerPod pod) {
    return new RetryPolicy(seen.reference().uid(), order.policy(), now)
        .decide(ledger, end, seen.runner(ledger.attempt(), pod));
  }
}
