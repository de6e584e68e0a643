package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.status.Ledger;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.life.Attempt;
import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds after every step, whatever happens: about Jobs, Pods, and what may be done to them.
 * {@link RecordRules} has what holds of the record.
 */
final class Invariants implements ApiServer.Watcher {

  /** Clocks of operators may differ by so much, and times are in whole seconds. */
  static final Duration TOLERANCE = Duration.ofSeconds(6);

  /** When the LayoutJob was stored. */
  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private final World world;
  private final RecordRules rules;
  private final Map<Integer, Integer> jobsMade = new HashMap<>();
  private final Set<Integer> handDeleted = new HashSet<>();
  private final Set<String> announced = new HashSet<>();
  private JobController controller;
  private int newestRecorded = 1;
  private int creations;
  private int writes;
  private int liveReads;

  Invariants(World world, Runners runners) {
    this.world = world;
    this.rules = new RecordRules(world, runners);
  }

  /** Tells of what the Job controller does wrong. */
  void knows(JobController jobController) {
    controller = jobController;
  }

  /** The end of this attempt may count against the budget. */
  void maybeCounted(int attempt) {
    rules.maybeCounted(attempt);
  }

  /** Somebody deleted the Job of this attempt, and its Pod may still be there. */
  void handDeleted(int attempt) {
    handDeleted.add(attempt);
  }

  /** An operator reads from the API server. */
  void liveRead(SimulatedOperator operator) {
    liveReads++;
  }

  /** An operator asks for a change. */
  void write(SimulatedOperator operator) {
    writes++;
  }

  int writes() {
    return writes;
  }

  int liveReads() {
    return liveReads;
  }

  int creations() {
    return creations;
  }

  int events() {
    return announced.size();
  }

  /** An operator tells people of something. */
  void announced(Announcement announcement) {
    writes++;
    announced.add(announcement.key());
    // Each spec.retry and each suspension may be told of once more, under the same key.
    require(announced.size() <= 10, () -> "more than ten events: " + announced);
  }

  /** An operator is about to create the Job of an attempt. */
  void creates(int attempt, SimulatedOperator operator, Stored.Job primary) {
    creations++;
    require(
        attempt <= newestRecorded,
        () -> "attempt %d begins and %d is recorded".formatted(attempt, newestRecorded));
    Stored.Job there = world.api().layoutJob();
    boolean informed = there != null && isSame(there.status(), primary.status());
    Ledger ledger = Ledger.of(primary.status());
    Instant notBefore = ledger.notBefore();
    require(
        notBefore == null
            || ledger.attempt() != attempt
            || !world.agenda().now().plus(TOLERANCE).isBefore(notBefore),
        () -> "attempt %d begins before its time, %s".formatted(attempt, notBefore));
    require(!informed || !isFinal(there.status()), () -> "an attempt begins and the job is over");
    for (Stored.Pod pod : world.api().pods()) {
      boolean excused =
          handDeleted.contains(pod.attempt())
              || controller.hasDoubled(pod.attempt())
              || wasMadeAgain(pod.attempt());
      require(
          !informed || excused || pod.attempt() == attempt || !lives(pod),
          () -> "attempt %d begins and %s is alive".formatted(attempt, pod.name()));
    }
    require(
        !informed || handDeleted.contains(attempt) || !jobsMade.containsKey(attempt),
        () -> "the number %d is used again".formatted(attempt));
    jobsMade.merge(attempt, 1, Integer::sum);
  }

  /** An operator that stood still has made a Job that was over and gone, which is stopped. */
  private boolean wasMadeAgain(int attempt) {
    return jobsMade.getOrDefault(attempt, 0) > 1;
  }

  private static boolean isSame(@Nullable LayoutJobStatus one, @Nullable LayoutJobStatus other) {
    return Ledger.of(one).attempt() == Ledger.of(other).attempt() && isFinal(one) == isFinal(other);
  }

  private static boolean isFinal(@Nullable LayoutJobStatus status) {
    return status != null && status.phase() != null && status.phase().terminal();
  }

  private boolean lives(Stored.Pod pod) {
    Instant deletedAt = pod.pod().deletedAt();
    boolean lost =
        deletedAt != null
            && deletedAt
                .plus(Scenario.TIMING.lostAfter())
                .isBefore(world.agenda().now().plus(TOLERANCE));
    return !JobController.isOver(pod) && !lost;
  }

  /**
   * An operator deletes this Job.
   *
   * @param seen by it
   */
  void stops(Stored.Batch job, List<Attempt> seen) {
    require(!job.isForeign(), () -> "a Job of somebody else is deleted");
    seen.stream()
        .filter(attempt -> attempt.number() == job.attempt())
        .forEach(attempt ->
            require(
                !endsByItself(attempt),
                () -> "the Job %s is stopped while it ends".formatted(job.name())));
    rules.stops(job);
  }

  private static boolean endsByItself(Attempt attempt) {
    RunnerJob job = attempt.job();
    return job != null
        && !job.suspended()
        && job.counted() == Counted.OVER
        && attempt.pods().stream().allMatch(JobController::isOver);
  }

  /** An operator deletes the LayoutJob. */
  void deletes(Stored.Job job) {
    LayoutJobStatus status = job.status();
    Duration kept = job.wishes().timeToLive();
    String end = status == null ? null : status.completionTime();
    require(
        isFinal(status)
            && kept != null
            && end != null
            && !Instant.parse(end).plus(kept).isAfter(world.agenda().now().plus(TOLERANCE)),
        () -> "a LayoutJob is deleted that was to be kept");
  }

  /**
   * An operator records a status.
   *
   * @param seen by it
   */
  void records(Stored.Job there, LayoutJobStatus status, List<Attempt> seen) {
    rules.records(there, status, seen);
    newestRecorded = Math.max(newestRecorded, Ledger.of(status).attempt());
  }

  @Override
  public void changed(Change change) {
    if (change.kind() == Kind.POD && change.before() == null) {
      Stored.Pod made = (Stored.Pod) Objects.requireNonNull(change.after());
      long alive =
          world.api().pods().stream()
              .filter(pod -> pod.attempt() == made.attempt())
              .filter(pod -> !JobController.isOver(pod))
              .count();
      long excused =
          (controller.hasDoubled(made.attempt()) ? 1 : 0)
              + (handDeleted.contains(made.attempt()) ? 1 : 0);
      require(
          alive <= 1 + excused,
          () -> "%d Pods of attempt %d are alive".formatted(alive, made.attempt()));
    }
  }

  /** What holds once faults have stopped and nothing happens any more. */
  void atRest() {
    Stored.Job job = world.api().layoutJob();
    world
        .api()
        .pods()
        .forEach(pod ->
            require(JobController.isOver(pod), () -> "the Pod %s is left".formatted(pod.name())));
    world.api().jobs().stream()
        .filter(batch -> !batch.isForeign())
        .forEach(batch ->
            require(batch.job().end() != null, () -> "the Job %s is left".formatted(batch.name())));
    if (job == null) {
      return;
    }
    LayoutJobStatus status = job.status();
    Phase phase = status == null ? null : status.phase();
    require(
        phase != null && (phase.terminal() || (phase == Phase.SUSPENDED && job.wishes().suspend())),
        () -> "the job comes to rest as " + phase);
    require(
        Objects.equals(Objects.requireNonNull(status).observedGeneration(), job.generation()),
        () -> "generation %d is not acknowledged".formatted(job.generation()));
  }

  static void require(boolean holds, java.util.function.Supplier<String> broken) {
    if (!holds) {
      throw new Violation(broken.get());
    }
  }
}
