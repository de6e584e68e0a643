package dev.groma.runner.pod;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.engine.Engine;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.attempt.LastWord;
import dev.groma.runner.attempt.Outcome;
import dev.groma.runner.attempt.StopSignal;
import dev.groma.runner.attempt.Watch;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.transfer.FileWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One attempt in a Pod.
 *
 * @param requestFolder what is asked for
 * @param output folder that gets the artifacts
 * @param terminationLog file that gets the last word
 * @param environment variables with the settings of S3
 * @param engines that this runner has
 * @param logs a log for the attempt's request; of an unreadable one, for none
 */
public record PodAttempt(
    RequestFolder requestFolder,
    Path output,
    Path terminationLog,
    Map<String, String> environment,
    Engines engines,
    Function<Optional<RunnerRequest>, RunLog> logs) {

  public PodAttempt {
    environment = Map.copyOf(environment);
  }

  /** Runs the attempt to its end, and says its last word. */
  public ExitCode run() {
    RunLog log = logs.apply(Optional.empty());
    RunLog early = log;
    Watch watch = new Watch();
    StopSignal stop = StopSignal.listen(watch::signal, () -> say(end(overdue()), early));
    Outcome outcome;
    try {
      RunnerRequest request = requestFolder.request();
      RunLog known = logs.apply(Optional.of(request));
      log = known;
      watch.start(
          Duration.ofSeconds(request.timeoutSeconds()), () -> halt(watch.stopped(), stop, known));
      outcome = run(request, watch, log);
    } catch (RequestFolder.Unusable unusable) {
      outcome = unusable.outcome();
    }
    End end = end(outcome);
    if (!stop.decide(end.exitCode())) {
      return ExitCode.STOPPED; // the signal or the time limit has had the last word
    }
    ExitCode code = say(end, log);
    stop.end();
    return code;
  }

  private Outcome run(RunnerRequest request, Watch watch, RunLog log)
      throws RequestFolder.Unusable {
    Engine<?, ?> engine = RequestFolder.engine(request, engines);
    return new RequestRun(requestFolder.path(), output, environment, watch, log)
        .of(request, engine);
  }

  /** Ends the process of a run that does not yield. */
  private void halt(Outcome.NoAnswer outcome, StopSignal stop, RunLog log) {
    End end = end(outcome);
    if (stop.decide(end.exitCode())) {
      Runtime.getRuntime().halt(say(end, log).code());
    }
  }

  private static Outcome.NoAnswer overdue() {
    return Outcome.NoAnswer.of(
        ExitCode.STOPPED, "the run was asked to stop and did not yield in time; it was ended");
  }

  /**
   * The attempt's end.
   *
   * @param word none where the request does not even say whose attempt it is
   */
  private record End(Outcome outcome, Optional<LastWord> word) {
    ExitCode exitCode() {
      return word.map(LastWord::exitCode).orElse(outcome.exitCode());
    }
  }

  private End end(Outcome outcome) {
    return new End(
        outcome,
        requestFolder.fence().map(fence -> LastWord.of(fence.jobUid(), fence.attempt(), outcome)));
  }

  /** Logs and writes the last word; returns the exit code that goes with it. */
  private ExitCode say(End end, RunLog log) {
    switch (end.outcome()) {
      case Outcome.Answer answer -> log.info("answered", summary(answer));
      case Outcome.NoAnswer none -> log.error(none.message(), none.cause());
    }
    try {
      if (end.word().isPresent()) {
        Files.writeString(terminationLog, end.word().get().json());
      }
      return end.exitCode();
    } catch (IOException unwritable) {
      log.error("the termination message: " + FileWords.of(unwritable), null);
      return end.exitCode() == ExitCode.DONE ? ExitCode.UNREACHABLE : end.exitCode();
    }
  }

  private static Map<String, ?> summary(Outcome.Answer answer) {
    Map<String, Object> fields = new LinkedHashMap<>();
    answer.summary().properties().forEach(number -> fields.put(number.getKey(), number.getValue()));
    return fields;
  }
}
