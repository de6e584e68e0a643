package dev.groma.operator.simulation;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Cluster;
import dev.groma.operator.life.Attempt;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.life.StoredResult;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cluster as one reconcile of one operator meets it. Around each request time may pass, in
 * which everything else goes on, the request or its answer may get lost, and the operator may be
 * killed.
 */
final class SimulatedCluster implements Cluster {

  private static final long PAUSE_MAX = 600_000;
  private static final long REQUEST_MAX = 40;
  private static final long STEPS_MAX = Schedule.STEPS_MAX;

  private final World world;
  private final Invariants invariants;
  private final Mutant mutant;
  private final SimulatedOperator operator;
  private final Caches caches;
  private final Stored.Job primary;
  private @Nullable Stored written;

  SimulatedCluster(
      World world,
      Invariants invariants,
      Mutant mutant,
      SimulatedOperator operator,
      Caches caches,
      Stored.Job primary) {
    this.world = world;
    this.invariants = invariants;
    this.mutant = mutant;
    this.operator = operator;
    this.caches = caches;
    this.primary = primary;
  }

  @Override
  public Snapshot observe() {
    return snapshot(
        caches.all(Kind.JOB), caches.all(Kind.POD), caches.all(Kind.RESULT), new Sight.Cached());
  }

  @Override
  public Snapshot lookCloser(Snapshot seen) {
    invariants.liveRead(operator);
    world.say(operator.name(), () -> "looks closer");
    return request(() ->
        snapshot(
            world.api().all(Kind.JOB).values(),
            world.api().all(Kind.POD).values(),
            world.api().all(Kind.RESULT).values(),
            new Sight.Live(List.of())));
  }

  @Override
  public Optional<Snapshot> askWhy(Snapshot seen) {
    return Optional.of(lookCloser(seen));
  }

  /** As the operator's Observer does it, of objects that are lighter. */
  private Snapshot snapshot(
      Collection<Stored> jobs, Collection<Stored> pods, Collection<Stored> results, Sight sight) {
    Map<Integer, RunnerJob> jobByAttempt = new TreeMap<>();
    for (Stored stored : jobs) {
      Stored.Batch job = (Stored.Batch) stored;
      if (!job.isForeign()) {
        jobByAttempt.put(job.attempt(), job.job());
      }
    }
    Map<Integer, List<RunnerPod>> podsByAttempt = new TreeMap<>();
    jobByAttempt.keySet().forEach(number -> podsByAttempt.put(number, new ArrayList<>()));
    for (Stored stored : pods) {
      Stored.Pod pod = (Stored.Pod) stored;
      RunnerJob job = jobByAttempt.get(pod.attempt());
      if (job == null || job.uid().equals(pod.jobUid())) {
        podsByAttempt.computeIfAbsent(pod.attempt(), none -> new ArrayList<>()).add(pod.pod());
      }
    }
    List<Attempt> attempts = new ArrayList<>();
    podsByAttempt.forEach(
        (number, own) -> attempts.add(new Attempt(number, jobByAttempt.get(number), own)));
    List<StoredResult> stored = new ArrayList<>();
    results.forEach(result -> stored.add(((Stored.Result) result).result()));
    return new Snapshot(
        world.scenario().reference(),
        primary.generation(),
        Invariants.START,
        world.scenario().order(),
        primary.wishes(),
        primary.status(),
        attempts,
        stored,
        null,
        sight);
  }

  @Override
  public Creation createJob(Decision.CreateJob decision) {
    int attempt = decision.ledger().attempt();
    String name = world.scenario().jobName(attempt);
    Creation creation =
        request(() -> {
          invariants.write(operator);
          if (world.chance().perMille(world.faults().refusal())) {
            return world.chance().perMille(50)
                ? new Creation.Refused("denied by a policy")
                : new Creation.NotNow("exceeded quota: small");
          }
          Stored.Batch there = world.api().job(name);
          if (there == null) {
            create(decision, name);
            return new Creation.Done();
          }
          if (there.isForeign() && !mutant.takesForeignJobs()) {
            return new Creation.NameTaken("no one");
          }
          return there.job().deletedAt() == null ? new Creation.Done() : new Creation.Going();
        });
    remember(Kind.JOB);
    return creation;
  }

  private void create(Decision.CreateJob decision, String name) {
    int attempt = decision.ledger().attempt();
    invariants.creates(attempt, operator, primary);
    boolean held = world.chance().perMille(world.faults().queue());
    Stored.Batch created =
        world
            .api()
            .put(
                Kind.JOB,
                version ->
                    new Stored.Batch(
                        version,
                        attempt,
                        new RunnerJob(name, "job-" + version, world.seconds(), held, null, null)));
    world.say(operator.name(), () -> "creates Job " + name + ", uid " + created.job().uid());
    written = created;
  }

  /** Only a write whose answer came back is known. */
  private void remember(Kind kind) {
    if (written != null) {
      caches.putOwn(kind, written);
      written = null;
    }
  }

  @Override
  public void stopJob(RunnerJob job) {
    request(() -> {
      invariants.write(operator);
      Stored.Batch there = world.api().job(job.name());
      boolean same = there != null && there.job().uid().equals(job.uid());
      if (there != null && (same || mutant.ignoresUid())) {
        invariants.stops(there);
        world.say(operator.name(), () -> "stops Job " + job.name());
        if (there.job().deletedAt() == null) {
          Deletions.foreground(world, there);
        }
      }
      return job;
    });
  }

  @Override
  public Write writeStatus(LayoutJobStatus status) {
    Write write =
        request(() -> {
          invariants.write(operator);
          Stored.Job there = world.api().layoutJob();
          if (there == null) {
            return new Write.Gone();
          }
          if (there.version() != primary.version() && !mutant.ignoresVersion()) {
            world.say(operator.name(), () -> "writes " + status.phase() + " and is stale");
            return new Write.Stale();
          }
          world.say(operator.name(), () -> "writes " + words(status));
          invariants.records(there, status);
          written = world.api().put(Kind.LAYOUT_JOB, version -> there.with(version, status));
          return new Write.Done();
        });
    remember(Kind.LAYOUT_JOB);
    return write;
  }

  private static String words(LayoutJobStatus status) {
    return "%s, attempt %s, %s%s"
        .formatted(
            status.phase(),
            status.attempts(),
            status.budget(),
            status.conditions() == null
                ? ""
                : ": "
                    + status.conditions().get(1).reason()
                    + ": "
                    + status.conditions().get(1).message());
  }

  @Override
  public void deleteLayoutJob() {
    request(() -> {
      invariants.write(operator);
      Stored.Job there = world.api().layoutJob();
      if (there != null
          && (there.version() == primary.version() || mutant.ignoresVersionOfDeletion())) {
        invariants.deletes(there);
        world.say(operator.name(), () -> "deletes the LayoutJob");
        world.api().remove(Kind.LAYOUT_JOB, there.name());
      }
      return primary;
    });
  }

  @Override
  public void announce(Announcement announcement) {
    request(() -> {
      invariants.announced(announcement);
      return announcement;
    });
  }

  private <T> T request(Supplier<T> effect) {
    Faults faults = world.faults();
    pass();
    dieIf(faults.crash());
    loseIf(faults.errorBefore());
    T answer = effect.get();
    pass();
    dieIf(faults.crash());
    loseIf(faults.errorAfter());
    return answer;
  }

  private void pass() {
    boolean stands = world.chance().perMille(world.faults().pause());
    long pause = world.chance().between(1, stands ? PAUSE_MAX : REQUEST_MAX);
    if (stands) {
      world.say(operator.name(), () -> "stands still for " + pause / 1000 + " s");
    }
    world.agenda().passUntil(world.agenda().millis() + pause, STEPS_MAX);
  }

  private void dieIf(int likely) {
    if (operator.isDoomed() || world.chance().perMille(likely)) {
      throw new Interruption.Killed();
    }
  }

  private void loseIf(int likely) {
    if (world.chance().perMille(likely)) {
      throw new Interruption.NoAnswer();
    }
  }
}
