package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Ending;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.life.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of every status that is recorded, and of the one before it. */
final class RecordRules {

  private static final int DISRUPTIONS_MAX = 11;

  private final World world;
  private final Runners runners;
  private final Set<Integer> maybeCounted = new HashSet<>();
  private final Map<Integer, Integer> stopped = new HashMap<>();

  RecordRules(World world, Runners runners) {
    this.world = world;
    this.runners = runners;
  }

  void maybeCounted(int attempt) {
    maybeCounted.add(attempt);
  }

  void stops(Stored.Batch job) {
    stopped.merge(job.attempt(), 1, Integer::sum);
  }

  void records(Stored.Job there, LayoutJobStatus after, List<Attempt> seen) {
    LayoutJobStatus before = there.status();
    Phase phase = Objects.requireNonNull(after.phase());
    finalPhase(before, after);
    Ledger old = Ledger.of(before);
    Ledger ledger = Ledger.of(after);
    require(
        ledger.attempt() >= old.attempt(),
        "attempt %d follows %d",
        ledger.attempt(),
        old.attempt());
    require(
        phase != Phase.CANCELLED || isFinal(before) || there.wishes().cancel(),
        "the job is cancelled and nobody asked for it");
    require(
        phase != Phase.SUSPENDED || there.wishes().suspend(),
        "the job is suspended and nobody asks for it");
    budget(old, ledger, seen);
    if (phase == Phase.SUCCEEDED && !isFinal(before)) {
      answer(after);
    }
  }

  private static boolean isFinal(@Nullable LayoutJobStatus status) {
    return status != null && status.phase() != null && status.phase().terminal();
  }

  /** A recorded outcome stays, until a failed job is asked to run again. */
  private static void finalPhase(@Nullable LayoutJobStatus before, LayoutJobStatus after) {
    if (before == null || !isFinal(before)) {
      return;
    }
    boolean again =
        before.phase() == Phase.FAILED
            && after.phase() == Phase.PENDING
            && Ledger.of(after).budget().retry() > Ledger.of(before).budget().retry();
    boolean same =
        before.phase() == after.phase()
            && Objects.equals(before.attempts(), after.attempts())
            && Objects.equals(before.completionTime(), after.completionTime())
            && Objects.equals(before.failure(), after.failure())
            && Objects.equals(before.artifacts(), after.artifacts())
            && Objects.equals(before.runner(), after.runner())
            && Objects.equals(before.budget(), after.budget());
    require(again || same, "%s becomes %s", before.phase(), after.phase());
  }

  private void budget(Ledger old, Ledger ledger, List<Attempt> seen) {
    AttemptBudget before = old.budget();
    AttemptBudget after = ledger.budget();
    int attempts = world.scenario().order().policy().maxAttempts();
    require(
        after.failures() <= attempts && after.disruptions() <= DISRUPTIONS_MAX,
        "the budget is exceeded: %s",
        after);
    if (after.retry() != before.retry()) {
      require(
          after.retry() > before.retry() && after.failures() == 0 && after.disruptions() == 0,
          "%s becomes %s",
          before,
          after);
      return;
    }
    Ending ending = ended(old, ledger, seen);
    int failures = ending == Ending.COUNTED || ending == Ending.OUT_OF_MEMORY ? 1 : 0;
    int disruptions = ending == Ending.DISRUPTION ? 1 : 0;
    require(
        after.failures() == before.failures() + failures
            && after.disruptions() == before.disruptions() + disruptions,
        "%s becomes %s by an end that is %s",
        before,
        after,
        ending);
    boolean goesOn = ledger.attempt() > old.attempt() && failures + disruptions > 0;
    require(
        !goesOn || (after.failures() < attempts && after.disruptions() < DISRUPTIONS_MAX),
        "the job goes on and its budget is used up: %s",
        after);
  }

  /** How the attempt ended whose end is new in the ledger. */
  private Ending ended(Ledger old, Ledger ledger, List<Attempt> seen) {
    List<PastAttempt> past = ledger.past();
    if (past.isEmpty() || past.equals(old.past())) {
      return Ending.NONE;
    }
    PastAttempt end = past.getLast();
    require(
        end.attempt() == old.attempt(),
        "the end of attempt %d is recorded at %d",
        end.attempt(),
        old.attempt());
    Reason reason = Reason.valueOf(end.reason());
    Ending ending = reason.ending();
    if (ending == Ending.COUNTED || ending == Ending.OUT_OF_MEMORY) {
      require(
          maybeCounted.contains(end.attempt()) || neverStarted(reason),
          "attempt %d counts as %s and did nothing of the kind",
          end.attempt(),
          reason);
    }
    if (neverStarted(reason)) {
      startDeadline(old, seen);
    }
    if (reason == Reason.RunnerGone) {
      world.api().pods().stream()
          .filter(pod -> pod.attempt() == end.attempt())
          .filter(pod -> pod.pod().deletedAt() == null && !JobController.isOver(pod))
          .forEach(pod ->
              require(
                  world.api().jobs().stream().noneMatch(job -> job.attempt() == end.attempt()),
                  "attempt %d counts as gone and %s is alive",
                  end.attempt(),
                  pod.name()));
    }
    return ending;
  }

  /** Since Kueue held its Job or let it go last, or since that was first refused. */
  private void startDeadline(Ledger old, List<Attempt> seen) {
    RunnerJob job =
        seen.stream()
            .filter(attempt -> attempt.number() == old.attempt())
            .map(Attempt::job)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    Instant since = job == null ? old.notBefore() : job.waitsSince();
    Duration deadline = world.scenario().order().policy().startDeadline();
    require(
        since != null
            && !world.agenda().now().plus(Invariants.TOLERANCE).isBefore(since.plus(deadline)),
        "attempt %d is given up and has waited since %s",
        old.attempt(),
        since);
  }

  private static boolean neverStarted(Reason reason) {
    return reason == Reason.StartDeadlineExceeded
        || reason == Reason.Unschedulable
        || reason == Reason.ImageUnavailable;
  }

  /**
   * An answer is one that a runner of the recorded attempt has stored, and is where it is said to
   * be.
   */
  private void answer(LayoutJobStatus status) {
    Runner runner = Objects.requireNonNull(status.runner());
    require(
        Objects.requireNonNull(status.attempts()) == runner.attempt(),
        "the answer of attempt %d is recorded at %d",
        runner.attempt(),
        status.attempts());
    Objects.requireNonNull(status.artifacts())
        .forEach(artifact -> {
          require(
              runners.hasStored(runner.attempt(), artifact.sha256()),
              "attempt %d has not stored %s",
              runner.attempt(),
              artifact.sha256());
          require(
              isThere(artifact.uri(), runner.attempt()),
              "the artifacts of attempt %d are not at %s",
              runner.attempt(),
              artifact.uri());
        });
  }

  private boolean isThere(String uri, int attempt) {
    if (!world.scenario().usesConfigMap()) {
      return uri.contains("/" + attempt + "/");
    }
    return world.api().all(ApiServer.Kind.RESULT).values().stream()
        .map(Stored.Result.class::cast)
        .anyMatch(result ->
            result.result().attempt() == attempt && uri.contains("/" + result.name() + "/"));
  }

  private static void require(boolean holds, String broken, @Nullable Object... about) {
    if (!holds) {
      throw new Violation(broken.formatted(about));
    }
  }
}
