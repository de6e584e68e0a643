package dev.groma.operator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.TerminationMessage;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.DigestAnnotation;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Attempt;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.life.StoredResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What mutants see and decide otherwise. */
final class Mutations {

  private Mutations() {}

  // What is seen.

  static Snapshot asIfRunning(Snapshot seen) {
    LayoutJobStatus recorded = seen.recorded();
    return recorded == null || recorded.phase() == null || !recorded.phase().terminal()
        ? seen
        : with(seen, running(recorded), seen.attempts(), seen.results(), seen.sight());
  }

  private static LayoutJobStatus running(LayoutJobStatus status) {
    return new LayoutJobStatus(
        status.observedGeneration(),
        status.engine(),
        Phase.RUNNING,
        status.attempts(),
        status.startTime(),
        null,
        null,
        status.inputHash(),
        status.conditions(),
        status.progress(),
        null,
        null,
        null,
        null,
        null,
        status.runner(),
        status.budget(),
        null,
        status.memory(),
        status.pastAttempts(),
        null);
  }

  static Snapshot asIfLive(Snapshot seen) {
    return with(seen, seen.recorded(), seen.attempts(), seen.results(), new Sight.Live(List.of()));
  }

  static Snapshot asIfNeverHeld(Snapshot seen) {
    return withJobs(seen, Jobs::waitingSinceCreation);
  }

  static Snapshot asIfNothingWereCounted(Snapshot seen) {
    return withJobs(seen, job -> Jobs.counted(job, Counted.NONE));
  }

  private static Snapshot withJobs(Snapshot seen, UnaryOperator<RunnerJob> change) {
    List<Attempt> attempts =
        seen.attempts().stream()
            .map(attempt ->
                new Attempt(
                    attempt.number(),
                    attempt.job() == null ? null : change.apply(attempt.job()),
                    attempt.pods()))
            .toList();
    return with(seen, seen.recorded(), attempts, seen.results(), seen.sight());
  }

  static Snapshot asIfStoredByCurrent(Snapshot seen) {
    return withResults(
        seen,
        seen.results().stream()
            .map(it -> new StoredResult(it.name(), current(seen), it.digests()))
            .toList());
  }

  static Snapshot asIfSaidByCurrent(Snapshot seen) {
    List<Attempt> attempts =
        seen.attempts().stream()
            .map(attempt ->
                new Attempt(
                    attempt.number(),
                    attempt.job(),
                    attempt.pods().stream()
                        .map(pod ->
                            saying(
                                pod,
                                word ->
                                    word.replaceAll(
                                        "\"attempt\":\\d+", "\"attempt\":" + attempt.number())))
                        .toList()))
            .toList();
    return with(seen, seen.recorded(), attempts, seen.results(), seen.sight());
  }

  private static RunnerPod saying(RunnerPod pod, UnaryOperator<String> change) {
    if (!(pod.state() instanceof PodState.Ended end) || end.lastWord() == null) {
      return pod;
    }
    return new RunnerPod(
        pod.name(),
        pod.uid(),
        pod.node(),
        pod.createdAt(),
        pod.deletedAt(),
        pod.disruption(),
        new PodState.Ended(
            end.exitCode(),
            end.startedAt(),
            end.endedAt(),
            end.cause(),
            change.apply(end.lastWord())));
  }

  static Snapshot asIfDigestsWereTrue(Snapshot seen) {
    return withResults(
        seen,
        seen.results().stream()
            .map(it ->
                it.attempt() == current(seen)
                    ? new StoredResult(it.name(), it.attempt(), claimed(seen))
                    : it)
            .toList());
  }

  static Snapshot asIfAllWereStored(Snapshot seen) {
    boolean there = seen.results().stream().anyMatch(it -> it.attempt() == current(seen));
    return there
        ? seen
        : withResults(
            seen,
            Stream.concat(
                    seen.results().stream(),
                    Stream.of(new StoredResult("flat-result", current(seen), claimed(seen))))
                .toList());
  }

  private static Map<String, String> claimed(Snapshot seen) {
    Map<String, String> digests = new HashMap<>();
    seen.attempts().stream()
        .filter(attempt -> attempt.number() == current(seen))
        .flatMap(attempt -> attempt.pods().stream())
        .map(RunnerPod::state)
        .filter(PodState.Ended.class::isInstance)
        .map(state -> ((PodState.Ended) state).lastWord())
        .flatMap(word -> artifacts(word).stream())
        .forEach(it -> digests.put(DigestAnnotation.of(it.name()), it.sha256()));
    return digests;
  }

  private static List<ResultArtifact> artifacts(@Nullable String word) {
    try {
      return word == null
          ? List.of()
          : Objects.requireNonNullElse(
              RunnerContract.read(word, TerminationMessage.class).artifacts(), List.of());
    } catch (JsonProcessingException garbled) {
      return List.of();
    }
  }

  // What is decided.

  static Decision doesNotAwaitEarlierAttempt(Snapshot seen, Decision decision) {
    return decision instanceof Decision.Report report
            && report.state() instanceof JobState.Pending pending
            && pending.reason() == Reason.WaitingForPreviousAttempt
            && report.ledger().attempt() == current(seen)
        ? create(seen, report.ledger())
        : decision;
  }

  static Decision doesNotAwaitItsTime(Snapshot seen, Decision decision) {
    boolean unseen = seen.attempts().stream().noneMatch(it -> it.number() == current(seen));
    boolean waits = Ledger.of(seen.recorded()).notBefore() != null;
    return decision instanceof Decision.Wait && unseen && waits && seen.phase() == Phase.PENDING
        ? create(seen, Ledger.of(seen.recorded()))
        : decision;
  }

  static Decision beginsAtOnce(Snapshot seen, Decision decision) {
    return decision instanceof Decision.Report report && isBackingOff(report)
        ? create(seen, report.ledger())
        : decision;
  }

  static Decision stopsNewerAttempt(Snapshot seen, Decision decision) {
    return stops(seen, decision, attempt -> attempt.number() > current(seen));
  }

  static Decision stopsWhatEnds(Snapshot seen, Decision decision) {
    return stops(
        seen,
        decision,
        attempt -> seen.phase() == Phase.SUCCEEDED && attempt.number() == current(seen));
  }

  private static Decision stops(Snapshot seen, Decision decision, Predicate<Attempt> which) {
    return seen.attempts().stream()
        .filter(which)
        .map(Attempt::job)
        .filter(job -> job != null && job.end() == null && job.deletedAt() == null)
        .findFirst()
        .<Decision>map(Decision.StopJob::new)
        .orElse(decision);
  }

  private static Decision create(Snapshot seen, Ledger ledger) {
    return new Decision.CreateJob(ledger, (Order.Runnable) seen.order());
  }

  private static boolean isBackingOff(Decision.Report report) {
    return report.state() instanceof JobState.Pending pending
        && pending.reason() == Reason.BackingOff;
  }

  static Decision countsDisruptionsAsFailures(Snapshot seen, Decision decision) {
    AttemptBudget before = Ledger.of(seen.recorded()).budget();
    return budget(
        decision,
        used ->
            used.disruptions() > before.disruptions()
                ? new AttemptBudget(used.retry(), used.failures() + 1, before.disruptions())
                : used);
  }

  static Decision countsNoDisruptions(Snapshot seen, Decision decision) {
    return budget(decision, used -> new AttemptBudget(used.retry(), used.failures(), 0));
  }

  static Decision countsNoFailures(Snapshot seen, Decision decision) {
    return budget(decision, used -> new AttemptBudget(used.retry(), 0, used.disruptions()));
  }

  static Decision countsSuspensions(Snapshot seen, Decision decision) {
    return decision instanceof Decision.Report report
            && report.state() instanceof JobState.Suspended
            && report.ledger().attempt() > current(seen)
        ? budget(
            decision,
            used -> new AttemptBudget(used.retry(), used.failures() + 1, used.disruptions()))
        : decision;
  }

  static Decision triesForEver(Snapshot seen, Decision decision) {
    if (decision instanceof Decision.Report report
        && report.state() instanceof JobState.Failed failed
        && failed.message().contains("have failed")) {
      return new Decision.Report(
          new JobState.Pending(Reason.BackingOff, "again"),
          report.ledger().next(report.ledger().budget(), null, null),
          report.lookAgain());
    }
    return decision;
  }

  static Decision keepsNumber(Snapshot seen, Decision decision) {
    if (!(decision instanceof Decision.Report report)) {
      return decision;
    }
    boolean resumes =
        report.state() instanceof JobState.Pending pending && pending.reason() == Reason.Resumed;
    boolean suspends = report.state() instanceof JobState.Suspended;
    if (suspends && seen.phase() == Phase.SUSPENDED) {
      return stops(seen, acknowledged(seen), attempt -> attempt.number() == current(seen));
    }
    return suspends || resumes
        ? new Decision.Report(report.state(), Ledger.of(seen.recorded()), report.lookAgain())
        : decision;
  }

  private static Decision acknowledged(Snapshot seen) {
    Long observed = Objects.requireNonNull(seen.recorded()).observedGeneration();
    return Objects.equals(observed, seen.generation())
        ? new Decision.Rest()
        : new Decision.Acknowledge();
  }

  private static Decision budget(Decision decision, UnaryOperator<AttemptBudget> change) {
    if (!(decision instanceof Decision.Report report)) {
      return decision;
    }
    Ledger ledger = report.ledger();
    return new Decision.Report(
        report.state(),
        new Ledger(
            ledger.attempt(),
            change.apply(ledger.budget()),
            ledger.notBefore(),
            ledger.memory(),
            ledger.past(),
            ledger.startedAt()),
        report.lookAgain());
  }

  private static int current(Snapshot seen) {
    return Ledger.of(seen.recorded()).attempt();
  }

  private static Snapshot withResults(Snapshot seen, List<StoredResult> results) {
    return with(seen, seen.recorded(), seen.attempts(), results, seen.sight());
  }

  private static Snapshot with(
      Snapshot seen,
      @Nullable LayoutJobStatus recorded,
      List<Attempt> attempts,
      List<StoredResult> results,
      Sight sight) {
    return new Snapshot(
        seen.reference(),
        seen.generation(),
        seen.createdAt(),
        seen.order(),
        seen.wishes(),
        recorded,
        attempts,
        results,
        seen.reusable(),
        sight);
  }
}
