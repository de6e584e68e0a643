package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.STARTED;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.ConfigMapSink;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.StatusBuilder;
import dev.groma.api.status.StatusBuilder.JobDescription;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.life.Snapshot.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots for tables: a LayoutJob {@code flat} of which nothing is seen, and what is added to it.
 * It was stored at {@link #START}; its Jobs and Pods are as old. What is added belongs to the
 * attempt that was named last, at first to attempt 1.
 */
public record World(
    @Nullable LayoutJobSpec spec,
    long generation,
    @Nullable LayoutJobStatus recorded,
    TreeMap<Integer, Attempt> attempts,
    int number,
    List<StoredResult> results,
    @Nullable Reusable reusable,
    Sight sight) {

  public static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  public static final JobReference FLAT =
      new JobReference("plans", "flat", "3dc6f38e-0000-4000-8000-000000000000");
  public static final Defaults DEFAULTS =
      TestOperator.defaults(new Output(new ConfigMapSink(), null, null));

  /** An order costs a hash of its inputs, and there are many worlds of the same spec. */
  private static final Map<LayoutJobSpec, Order> ORDERS = new ConcurrentHashMap<>();

  public static World empty() {
    return new World(
        LayoutJobs.inline(LayoutJobs.WALLS),
        1,
        null,
        new TreeMap<>(),
        1,
        List.of(),
        null,
        new Sight.Cached());
  }

  /** With these members in the spec, as they stand in a manifest. */
  public World spec(String members) {
    return spec(LayoutJobs.spec(members));
  }

  public World spec(@Nullable LayoutJobSpec other) {
    return new World(other, generation, recorded, attempts, number, results, reusable, sight);
  }

  /** With a spec that was changed since. */
  World generation(long later) {
    return new World(spec, later, recorded, attempts, number, results, reusable, sight);
  }

  /** With this state in the status, recorded at the start, of the attempt that was named. */
  public World recorded(JobState state) {
    return recorded(state, ledger(number));
  }

  World recorded(JobState state, Ledger ledger) {
    return recorded(
        new StatusBuilder(new JobDescription("roomDetection", 1, null), null, START)
            .build(state, ledger));
  }

  public World recorded(LayoutJobStatus status) {
    return new World(spec, generation, status, attempts, number, results, reusable, sight);
  }

  /** What follows belongs to this attempt. */
  World attempt(int other) {
    return new World(spec, generation, recorded, attempts, other, results, reusable, sight);
  }

  /** With a Job that is at work. */
  public World job() {
    return job(null, null, false);
  }

  /** With a Job that is over. */
  World jobOver(RunnerJob.End end) {
    return job(null, end, false);
  }

  /** With a Job that Kueue holds. */
  World jobHeld() {
    return job(null, null, true);
  }

  /** With a Job whose deletion was asked for so many seconds after the start. */
  World jobGoes(long seconds) {
    return job(START.plusSeconds(seconds), null, false);
  }

  private World job(@Nullable Instant deletedAt, RunnerJob.@Nullable End end, boolean held) {
    RunnerJob job =
        new RunnerJob(jobName(number), "job-uid-" + number, START, held, deletedAt, end);
    return with(new Attempt(number, job, seen().pods()));
  }

  /** With a Pod. */
  World pod(PodState state) {
    return pod("a", null, null, state);
  }

  /** With one of several Pods; later letters are younger by as many seconds. */
  World pod(String letter, PodState state) {
    return pod(letter, null, null, state);
  }

  /** With a Pod that the cluster takes away. */
  World disrupted(Disruption disruption, PodState state) {
    return pod("a", disruption, null, state);
  }

  /** With a Pod that was to be gone so many seconds after the start. */
  World podGoes(long seconds, PodState state) {
    return pod("a", null, START.plusSeconds(seconds), state);
  }

  World pod(
      String letter, @Nullable Disruption disruption, @Nullable Instant deletedAt, PodState state) {
    RunnerPod pod =
        new RunnerPod(
            jobName(number) + "-" + letter,
            "uid-" + letter,
            "node-1",
            START.plusSeconds(letter.charAt(0) - 'a'),
            deletedAt,
            disruption,
            state);
    return with(
        new Attempt(
            number, seen().job(), Stream.concat(seen().pods().stream(), Stream.of(pod)).toList()));
  }

  private Attempt seen() {
    return attempts.getOrDefault(number, new Attempt(number, null, List.of()));
  }

  private World with(Attempt attempt) {
    TreeMap<Integer, Attempt> more = new TreeMap<>(attempts);
    more.put(attempt.number(), attempt);
    return new World(spec, generation, recorded, more, number, results, reusable, sight);
  }

  /** With a ConfigMap of artifacts. */
  World stored(StoredResult result) {
    List<StoredResult> more = new ArrayList<>(results);
    more.add(result);
    return new World(spec, generation, recorded, attempts, number, more, reusable, sight);
  }

  /** With the answer of another job. */
  World reusable(Reusable answer) {
    return new World(spec, generation, recorded, attempts, number, results, answer, sight);
  }

  /** Seen at the API server, with what components complain of. */
  public World live(String... warnings) {
    return new World(
        spec,
        generation,
        recorded,
        attempts,
        number,
        results,
        reusable,
        new Sight.Live(List.of(warnings)));
  }

  public Snapshot snapshot() {
    return new Snapshot(
        FLAT,
        generation,
        START,
        spec == null ? Order.of(null, DEFAULTS) : ORDERS.computeIfAbsent(spec, World::order),
        Wishes.of(spec, null),
        recorded,
        List.copyOf(attempts.values()),
        results,
        reusable,
        sight);
  }

  private static Order order(LayoutJobSpec spec) {
    return Order.of(spec, DEFAULTS);
  }

  /** What is decided so many seconds after the start. */
  public Decision decide(long seconds) {
    return Decider.decide(snapshot(), DEFAULTS, Timing.usual(), START.plusSeconds(seconds));
  }

  /** A ledger with this attempt as the current one, and nothing used up. */
  static Ledger ledger(int attempt) {
    return new Ledger(attempt, AttemptBudget.unused(0), null, null, List.of(), STARTED);
  }

  static String jobName(int attempt) {
    return AttemptName.of(FLAT.name(), FLAT.uid(), attempt);
  }

  /** The runner that a status names when only its Job is seen. */
  static Runner job(int attempt) {
    return new Runner(jobName(attempt), null, null, attempt);
  }

  /** The runner that a status names when its Pod {@code a} is seen. */
  public static Runner podA(int attempt) {
    return new Runner(jobName(attempt), jobName(attempt) + "-a", "node-1", attempt);
  }

  @Override
  public String toString() {
    return "phase %s, attempts %s, %s"
        .formatted(recorded == null ? null : recorded.phase(), attempts.values(), sight);
  }
}
