package dev.groma.runner.pod;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.engine.Engine;
import dev.groma.engine.Inputs;
import dev.groma.runner.attempt.ArtifactFolder;
import dev.groma.runner.attempt.EngineRun;
import dev.groma.runner.attempt.Outcome;
import dev.groma.runner.attempt.RunContext;
import dev.groma.runner.attempt.Watch;
import dev.groma.runner.attempt.Watch.Stage;
import dev.groma.runner.endpoint.ReportEndpoint;
import dev.groma.runner.endpoint.ReportedProgress;
import dev.groma.runner.report.LoggedProgress;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.s3.LazyObjectStorage;
import dev.groma.runner.transfer.ArtifactStore;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.Scratch;
import dev.groma.runner.transfer.Stoppable.StoppedException;
import dev.groma.runner.transfer.TransferException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a request asks for: fetches inputs, runs the engine, stores artifacts.
 *
 * @param folder of the request
 * @param output folder that gets the artifacts
 * @param environment variables with the settings of S3
 * @param watch that may end it
 * @param log of the attempt
 */
record RequestRun(
    Path folder, Path output, Map<String, String> environment, Watch watch, RunLog log) {

  /** Between two reports of progress: the operator writes no more often. */
  private static final Duration REPORT_INTERVAL = Duration.ofSeconds(5);

  Outcome of(RunnerRequest request, Engine<?, ?> engine) {
    Optional<ReportEndpoint> endpoint = RequestStores.endpoint(folder, request);
    try (Scratch scratch = Scratch.open();
        LazyObjectStorage storage = new LazyObjectStorage(environment, Patience.USUAL)) {
      // The store comes first: what it lacks is better known before the engine works than after.
      Optional<ArtifactStore> store =
          watch.transfer(() -> RequestStores.store(request, endpoint, storage));
      RequestInputs sources = new RequestInputs(folder, scratch.path(), storage, log);
      Inputs inputs = watch.transfer(() -> sources.of(request, engine));
      Outcome outcome = compute(request, engine, inputs, endpoint);
      return switch (outcome) {
        case Outcome.Answer answer -> store.isEmpty() ? answer : store(answer, store.get());
        case Outcome.NoAnswer none -> none.exitCode() == ExitCode.STOPPED ? watch.stopped() : none;
      };
    } catch (TransferException failure) {
      return Outcome.NoAnswer.of(failure);
    } catch (StoppedException stopped) {
      return watch.stopped();
    } finally {
      endpoint.ifPresent(ReportEndpoint::close);
    }
  }

  private Outcome compute(
      RunnerRequest request,
      Engine<?, ?> engine,
      Inputs inputs,
      Optional<ReportEndpoint> endpoint) {
    watch.enter(Stage.COMPUTING);
    log.info("started", Map.of("engine", engine.name() + " " + engine.version()));
    LoggedProgress logged = new LoggedProgress(log, System::nanoTime);
    Optional<ReportedProgress> reported =
        endpoint.map(to -> ReportedProgress.to(to, REPORT_INTERVAL, log));
    RunContext context =
        new RunContext(
            (percent, stage) -> {
              logged.show(percent, stage);
              reported.ifPresent(progress -> progress.show(percent, stage));
            },
            watch::isStopRequested,
            request.seed());
    try {
      return EngineRun.with(context)
          .run(engine, request.parameters(), inputs, new ArtifactFolder(output));
    } finally {
      reported.ifPresent(ReportedProgress::close);
    }
  }

  private Outcome store(Outcome.Answer answer, ArtifactStore store)
      throws TransferException, StoppedException {
    watch.enter(Stage.STORING);
    List<ResultArtifact> stored = watch.transfer(() -> store.store(output, answer.artifacts()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("artifacts", stored.size());
    fields.put("in", store.describe());
    log.info("stored", fields);
    return new Outcome.Answer(answer.summary(), stored);
  }
}
