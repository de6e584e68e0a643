package dev.groma.runner.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.Artifact;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.status.AttemptResult;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.RunnerOutcome;
import dev.groma.api.status.StatusBuilder;
import dev.groma.api.status.StatusBuilder.JobDescription;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Inputs;
import dev.groma.engine.Problem;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.attempt.ArtifactFolder;
import dev.groma.runner.attempt.EngineRun;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.attempt.LastWord;
import dev.groma.runner.attempt.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cluster of one: takes LayoutJobs as the API server does, runs them as the operator does.
 *
 * @param schema of the CRD
 * @param engines that this program has
 * @param manifests of the call
 * @param outside whether files may lie outside their manifest's folder
 * @param remote what to do about inputs in S3
 * @param clock for the times in a status
 */
public record Laptop(
    LayoutJobSchema schema,
    Engines engines,
    ManifestSet manifests,
    Outside outside,
    RemoteInputs remote,
    Clock clock) {

  /** Takes a job whose inputs may be files. */
  public LocalJob accept(Manifest manifest) throws Refused {
    return new Acceptance(schema, engines).onLaptop(manifest);
  }

  /** Takes a job that a cluster takes as well. */
  public LocalJob acceptForCluster(Manifest manifest) throws Refused {
    return new Acceptance(schema, engines).inCluster(manifest);
  }

  /**
   * Runs a job.
   *
   * @param folder that gets the artifacts
   */
  public FinishedJob run(LocalJob job, Path folder, EngineContext context) {
    Instant start = clock.instant();
    Optional<NamedInput> tooLarge = tooLarge(job);
    if (tooLarge.isPresent()) {
      return neverRun(job, tooLarge.get(), start);
    }
    List<Finding> findings = new ArrayList<>();
    Outcome outcome =
        outcome(
            job,
            findings,
            inputs ->
                EngineRun.with(context)
                    .run(
                        job.engine(),
                        job.block().parameters(),
                        inputs,
                        new ArtifactFolder(folder)));
    LastWord word = LastWord.of(job.uid(), 1, outcome);
    Instant end = clock.instant();
    JobState state =
        state(
            new RunnerOutcome(job.uid(), 1, job.block().engine())
                .of(word.exitCode().code(), word.json()),
            end);
    Throwable fault = outcome instanceof Outcome.NoAnswer none ? none.cause() : null;
    return new FinishedJob(
        job.name(),
        withStatus(job, state, Ledger.fresh(0).started(start), end),
        state,
        word.exitCode(),
        findings,
        fault);
  }

  /** Runs the job and throws its artifacts away. */
  public Rehearsal rehearse(LocalJob job, EngineContext context) {
    Optional<NamedInput> tooLarge = tooLarge(job);
    if (tooLarge.isPresent()) {
      FinishedJob refused = neverRun(job, tooLarge.get(), clock.instant());
      return new Rehearsal(refused.exitCode(), refused.findings());
    }
    List<Finding> findings = new ArrayList<>();
    Outcome outcome =
        outcome(
            job,
            findings,
            inputs ->
                EngineRun.with(context).rehearse(job.engine(), job.block().parameters(), inputs));
    return new Rehearsal(outcome.exitCode(), findings);
  }

  /**
   * What a run would come to.
   *
   * @param exitCode of its runner
   * @param findings why there would be no answer
   */
  public record Rehearsal(ExitCode exitCode, List<Finding> findings) {
    public Rehearsal {
      findings = List.copyOf(findings);
    }
  }

  private Outcome outcome(LocalJob job, List<Finding> findings, Function<Inputs, Outcome> work) {
    try (ObjectInputs objects = new ObjectInputs(remote)) {
      List<LocalInput> inputs = inputs(job, new InputResolver(manifests, outside, objects));
      Outcome outcome = work.apply(new Inputs(inputs.stream().map(LocalInput::input).toList()));
      if (outcome instanceof Outcome.NoAnswer none) {
        findings.addAll(findings(job, inputs, none));
      }
      return outcome;
    } catch (InputResolver.Missing missing) {
      findings.add(job.manifest().finding(missing.path(), missing.words()));
      return missing.outcome();
    }
  }

  private static List<LocalInput> inputs(LocalJob job, InputResolver resolver)
      throws InputResolver.Missing {
    List<LocalInput> inputs = new ArrayList<>();
    for (NamedInput named : job.block().inputs()) {
      String path = job.inputPath(named);
      inputs.add(resolver.resolve(job.manifest(), named, path, job.file(named)));
    }
    return inputs;
  }

  private static List<Finding> findings(
      LocalJob job, List<LocalInput> inputs, Outcome.NoAnswer none) {
    if (none.problems().isEmpty()) {
      return List.of(job.manifest().finding("", none.message()));
    }
    Optional<LocalInput> wrong = wrong(job, inputs, none);
    return none.problems().stream()
        .map(problem ->
            wrong
                .map(input -> input.origin().finding(problem))
                .orElseGet(() -> parameter(job, problem)))
        .toList();
  }

  /** The input at fault: the one named, or the only one that the engine has. */
  private static Optional<LocalInput> wrong(
      LocalJob job, List<LocalInput> inputs, Outcome.NoAnswer none) {
    if (none.exitCode() != ExitCode.BAD_DATA) {
      return Optional.empty();
    }
    int possible = job.engine().inputNames().size() + job.engine().optionalInputNames().size();
    return inputs.stream()
        .filter(local ->
            none.input() == null ? possible == 1 : local.input().name().equals(none.input()))
        .findFirst();
  }

  private static Finding parameter(LocalJob job, Problem problem) {
    String path =
        problem.path().isEmpty() ? job.blockPath() : job.blockPath() + "." + problem.path();
    return job.manifest().finding(path, problem.message());
  }

  /** What the CRD cannot count: it bounds characters, and an annotation is counted in bytes. */
  private static Optional<NamedInput> tooLarge(LocalJob job) {
    return job.block().inputs().stream()
        .filter(named -> bytes(named) > InputSource.INLINE_MAX_BYTES)
        .findFirst();
  }

  private static int bytes(NamedInput named) {
    String inline = named.source().inline();
    return inline == null ? 0 : inline.getBytes(StandardCharsets.UTF_8).length;
  }

  private static FinishedJob neverRun(LocalJob job, NamedInput input, Instant now) {
    String message =
        "the inline input %s is %d bytes long in UTF-8 and may have %d; put it into a ConfigMap, S3 or a volume and name it there"
            .formatted(input.name(), bytes(input), InputSource.INLINE_MAX_BYTES);
    JobState state = new JobState.Failed(null, now, Reason.InputTooLarge, message, null);
    Finding finding = job.manifest().finding(job.inputPath(input) + ".inline", message);
    return new FinishedJob(
        job.name(),
        withStatus(job, state, Ledger.fresh(0), now),
        state,
        ExitCode.BAD_PARAMETERS,
        List.of(finding),
        null);
  }

  private static JobState state(AttemptResult result, Instant end) {
    Runner runner = new Runner(null, null, null, 1);
    return switch (result) {
      case AttemptResult.Answer(var summary, var files) ->
          new JobState.Succeeded(
              runner,
              end,
              new RecordedAnswer(
                  summary, null, files.stream().map(Laptop::artifact).toList(), null));
      case AttemptResult.NoAnswer(Reason reason, String message, Integer exitCode) ->
          new JobState.Failed(runner, end, reason, message, exitCode);
    };
  }

  private static Artifact artifact(ResultArtifact file) {
    return new Artifact(file.name(), null, file.mediaType(), file.bytes(), file.sha256());
  }

  private static ObjectNode withStatus(LocalJob job, JobState state, Ledger ledger, Instant now) {
    ObjectNode layoutJob = job.manifest().tree().deepCopy();
    layoutJob.remove("status"); // so that the new one comes last
    JobDescription description = new JobDescription(job.block().engine(), 1, null);
    layoutJob.set(
        "status",
        RunnerContract.mapper()
            .valueToTree(new StatusBuilder(description, null, now).build(state, ledger)));
    return layoutJob;
  }
}
