package dev.groma.operator.simulation;

import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The Job controller, the garbage collector and Kueue: one Pod for each Job, deleted with it, and
 * none while the Job is held.
 */
final class JobController implements ApiServer.Watcher {

  private static final long DELAY_MAX = 1_500;
  private static final long QUEUE_MAX = 60_000;

  private final World world;
  private final Set<String> made = new HashSet<>();
  private final Set<Integer> doubled = new HashSet<>();
  private int pods;

  JobController(World world) {
    this.world = world;
  }

  @Override
  public void changed(Change change) {
    switch (change.kind()) {
      case JOB -> {
        Stored.Batch job =
            (Stored.Batch) (change.after() == null ? change.before() : change.after());
        if (!job.isForeign()) {
          later(job);
        }
        if (change.before() == null && job.job().suspended()) {
          world.soon(1_000, QUEUE_MAX, () -> hold(job, false));
        }
      }
      case POD -> {
        Stored.Pod pod = (Stored.Pod) (change.after() == null ? change.before() : change.after());
        Stored.Batch job = world.api().job(world.scenario().jobName(pod.attempt()));
        if (job != null && job.job().uid().equals(pod.jobUid())) {
          later(job);
        }
      }
      case LAYOUT_JOB -> {
        if (change.after() == null) {
          world.soon(1, DELAY_MAX, this::collect);
        }
      }
      case RESULT -> {}
    }
  }

  /** Attempts of which the controller made one Pod too many. */
  boolean hasDoubled(int attempt) {
    return doubled.contains(attempt);
  }

  private void later(Stored.Batch job) {
    world.soon(1, DELAY_MAX, () -> sync(job));
  }

  private void collect() {
    world.api().jobs().stream()
        .filter(job -> !job.isForeign())
        .forEach(job -> Deletions.background(world, job));
  }

  private void sync(Stored.Batch of) {
    Stored.Batch job = world.api().job(of.name());
    List<Stored.Pod> own = world.api().podsOf(of.job().uid());
    if (job == null || !job.job().uid().equals(of.job().uid())) {
      own.forEach(this::delete);
      return;
    }
    if (world.api().layoutJob() == null) {
      Deletions.background(world, job);
    } else if (job.job().deletedAt() != null) {
      own.forEach(this::delete);
      if (own.isEmpty()) {
        Deletions.background(world, job);
      }
    } else if (job.job().waitsSince() == null) {
      put(job, Jobs.noted(job.job(), world.seconds()));
    } else if (job.job().suspended()) {
      own.stream().filter(pod -> !isOver(pod)).forEach(this::delete);
      made.remove(job.job().uid());
      if (job.job().counted() == Counted.ACTIVE) {
        put(job, Jobs.counted(job.job(), Counted.NONE));
      }
    } else if (job.job().end() == null) {
      run(job, own);
    }
  }

  private void run(Stored.Batch job, List<Stored.Pod> own) {
    boolean succeeded = own.stream().anyMatch(JobController::hasSucceeded);
    boolean failed = own.stream().anyMatch(pod -> isOver(pod) && !hasSucceeded(pod));
    boolean vanished = own.isEmpty() && made.contains(job.job().uid());
    if (succeeded || failed || vanished) {
      own.stream().filter(pod -> !isOver(pod)).forEach(this::delete);
      if (job.job().counted() != Counted.OVER) {
        put(job, Jobs.counted(job.job(), Counted.OVER));
      } else if (own.stream().allMatch(JobController::isOver)) {
        end(job, succeeded);
      }
    } else if (!own.isEmpty() && job.job().counted() == Counted.NONE) {
      put(job, Jobs.counted(job.job(), Counted.ACTIVE));
    } else if (own.isEmpty()) {
      create(job);
      if (world.chance().perMille(world.faults().twoPods())) {
        world.soon(
            1,
            20_000,
            () -> {
              Stored.Batch there = world.api().job(job.name());
              if (there != null && there.job().equals(job.job())) {
                doubled.add(job.attempt());
                create(there);
              }
            });
      }
    }
  }

  private void create(Stored.Batch job) {
    made.add(job.job().uid());
    pods++;
    String name = job.name() + "-p" + pods;
    world.say("controller", () -> "creates Pod " + name);
    world
        .api()
        .put(
            Kind.POD,
            version ->
                new Stored.Pod(
                    version,
                    job.attempt(),
                    job.job().uid(),
                    new RunnerPod(
                        name,
                        "pod-" + version,
                        null,
                        world.seconds(),
                        null,
                        null,
                        new PodState.Starting("waiting for the scheduler"))));
  }

  private void delete(Stored.Pod pod) {
    if (pod.pod().deletedAt() == null) {
      Deletions.pod(world, pod, null);
    }
  }

  private void end(Stored.Batch of, boolean complete) {
    world.say("controller", () -> "ends Job " + of.name() + (complete ? ": Complete" : ": Failed"));
    put(
        of,
        Jobs.ended(of.job(), new RunnerJob.End(complete, world.seconds(), "BackoffLimitExceeded")));
  }

  /** Whether the end of this Pod is still to be counted; before that it cannot go. */
  boolean counts(Stored.Pod pod) {
    Stored.Batch job = world.api().job(world.scenario().jobName(pod.attempt()));
    return isOver(pod)
        && job != null
        && job.job().uid().equals(pod.jobUid())
        && job.job().deletedAt() == null
        && !job.job().suspended()
        && job.job().counted() != Counted.OVER;
  }

  /** Kueue holds a Job or lets it go, and sometimes takes it back. */
  private void hold(Stored.Batch of, boolean held) {
    Stored.Batch there = world.api().job(of.name());
    if (there == null
        || !there.job().uid().equals(of.job().uid())
        || there.job().deletedAt() != null
        || there.job().end() != null) {
      return;
    }
    RunnerJob job = there.job();
    world.say("kueue", () -> (held ? "holds " : "lets go ") + job.name());
    put(there, Jobs.held(job, held));
    if (held) {
      world.soon(40_000, QUEUE_MAX, () -> hold(of, false));
    } else if (world.chance().perMille(world.faults().queue() / 2)) {
      world.soon(
          1_000,
          QUEUE_MAX,
          () -> {
            if (!world.isCalm()) {
              hold(of, true);
            }
          });
    }
  }

  private void put(Stored.Batch there, RunnerJob job) {
    world.api().put(Kind.JOB, version -> new Stored.Batch(version, there.attempt(), job));
  }

  static boolean isOver(Stored.Pod pod) {
    return isOver(pod.pod());
  }

  static boolean isOver(RunnerPod pod) {
    return pod.state() instanceof PodState.Ended || pod.state() instanceof PodState.Lost;
  }

  private static boolean hasSucceeded(Stored.Pod pod) {
    return pod.pod().state() instanceof PodState.Ended ended && ended.exitCode() == 0;
  }
}
