package dev.groma.operator.simulation;

import dev.groma.api.reason.Reason;
import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scheduler, kubelets and whatever happens to nodes: they start Pods, end them, and lose them. */
final class Nodes implements ApiServer.Watcher {

  private static final long START_MAX = 6_000;
  private static final long WORK_MAX = 45_000;
  private static final long SLOW_MAX = 200_000;
  private static final long LOST_MAX = 900_000;
  private static final Disruption DRAIN = new Disruption(Reason.Disrupted, "the node is drained");
  private static final Disruption EVICTED = new Disruption(Reason.Evicted, "low on memory");
  private static final Disruption UNREACHABLE =
      new Disruption(Reason.NodeLost, "the node is unreachable");

  private final World world;
  private final Runners runners;
  private final Invariants invariants;
  private final JobController controller;
  private final Set<String> silent = new HashSet<>();

  Nodes(World world, Runners runners, Invariants invariants, JobController controller) {
    this.world = world;
    this.controller = controller;
    this.runners = runners;
    this.invariants = invariants;
  }

  /** What may befall a Pod. */
  private enum Fate {
    EVICTION,
    DRAIN,
    SILENT_NODE,
    VANISHING
  }

  @Override
  public void changed(Change change) {
    if (change.kind() != Kind.POD || change.after() == null) {
      return;
    }
    Stored.Pod after = (Stored.Pod) change.after();
    if (change.before() == null) {
      admit(after);
    } else if (after.pod().deletedAt() != null
        && ((Stored.Pod) change.before()).pod().deletedAt() == null) {
      world.soon(200, 20_000, () -> terminate(after));
    }
  }

  private void admit(Stored.Pod pod) {
    if (world.chance().perMille(world.faults().slowStart())) {
      block(pod);
      world.soon(10_000, SLOW_MAX, () -> start(pod));
    } else {
      world.soon(200, START_MAX, () -> start(pod));
    }
    if (world.chance().perMille(world.faults().disruption())) {
      Fate fate = world.chance().oneOf(List.of(Fate.values()));
      world.soon(500, WORK_MAX + START_MAX, () -> befall(pod, fate));
    }
  }

  private void block(Stored.Pod pod) {
    Reason reason = world.chance().oneOf(List.of(Reason.Unschedulable, Reason.ImageUnavailable));
    state(pod, null, new PodState.Blocked(reason, "no way"));
  }

  private void start(Stored.Pod of) {
    Stored.Pod pod = alive(of);
    if (pod == null || pod.pod().deletedAt() != null || silent.contains(pod.pod().uid())) {
      return;
    }
    Instant now = world.seconds();
    world.say("kubelet", () -> "starts Pod " + pod.name());
    state(pod, "node-1", new PodState.Running(now));
    Plan plan = Plan.of(world, pod.attempt());
    if (plan == Plan.HANG) {
      world.say("runner", () -> pod.name() + " hangs");
      return;
    }
    long work = plan == Plan.TIME_OUT ? 60_000 : world.chance().between(300, WORK_MAX);
    world.agenda().in(work, () -> work(pod, plan, now));
  }

  /** A runner ends its work, whether or not anyone still hears of it. */
  private void work(Stored.Pod pod, Plan plan, Instant startedAt) {
    Stored.Pod there = alive(pod);
    boolean partitioned = silent.contains(pod.pod().uid());
    if (there == null && !partitioned) {
      return;
    }
    boolean stored = !plan.stores() || runners.store(pod.attempt());
    Plan then = stored ? plan : Plan.TRANSIENT;
    if (stored && plan.stores() && world.chance().perMille(world.faults().duplicate())) {
      world.soon(1, WORK_MAX, () -> runners.store(pod.attempt()));
    }
    if (partitioned) {
      return;
    }
    world.soon(10, 1_000, () -> end(pod, then, startedAt));
  }

  private void end(Stored.Pod of, Plan plan, Instant startedAt) {
    Stored.Pod pod = alive(of);
    if (pod == null || silent.contains(of.pod().uid())) {
      return;
    }
    if (plan.counts()) {
      invariants.maybeCounted(pod.attempt());
    }
    world.say("runner", () -> pod.name() + " ends: " + plan);
    state(
        pod,
        pod.pod().node(),
        new PodState.Ended(
            plan.exitCode(),
            startedAt,
            world.seconds(),
            plan == Plan.OUT_OF_MEMORY ? "OOMKilled" : plan == Plan.SUCCEED ? "Completed" : "Error",
            plan.lastWord(world.scenario().reference().uid(), pod.attempt())));
  }

  /** SIGTERM, and then the Pod is gone. */
  private void terminate(Stored.Pod of) {
    if (silent.contains(of.pod().uid())) {
      return;
    }
    Stored.Pod pod = alive(of);
    if (pod != null && pod.pod().state() instanceof PodState.Running(Instant startedAt)) {
      world.say("runner", () -> pod.name() + " gets SIGTERM");
      state(
          pod,
          pod.pod().node(),
          new PodState.Ended(
              143,
              startedAt,
              world.seconds(),
              "Error",
              Plan.failure(world.scenario().reference().uid(), pod.attempt(), "Stopped")));
    }
    world.soon(1, 5_000, () -> remove(of));
  }

  /** A Pod goes when its end is counted: until then the Job controller's finalizer is on it. */
  private void remove(Stored.Pod of) {
    Stored.Pod there = world.api().pod(of.name());
    if (there != null && controller.counts(there)) {
      world.soon(20, 1_000, () -> remove(of));
    } else {
      vanish(of);
    }
  }

  private void vanish(Stored.Pod of) {
    Stored.Pod there = world.api().pod(of.name());
    if (there != null && there.pod().uid().equals(of.pod().uid())) {
      world.say("kubelet", () -> "Pod " + of.name() + " is gone");
      world.api().remove(Kind.POD, of.name());
    }
  }

  private void befall(Stored.Pod of, Fate fate) {
    Stored.Pod pod = alive(of);
    if (pod == null || world.isCalm()) {
      return;
    }
    world.say("nodes", () -> fate + " of " + pod.name());
    switch (fate) {
      case EVICTION ->
          put(
              pod,
              pod.pod().node(),
              pod.pod().deletedAt(),
              EVICTED,
              new PodState.Lost("Evicted", "low on memory"));
      case DRAIN -> Deletions.pod(world, pod, DRAIN);
      case VANISHING -> vanish(pod);
      case SILENT_NODE -> {
        silent.add(pod.pod().uid());
        world.soon(
            40_000,
            300_000,
            () -> {
              Stored.Pod there = alive(of);
              if (there != null) {
                Deletions.pod(world, there, UNREACHABLE);
              }
            });
        world.soon(60_000, LOST_MAX, () -> comeBack(of));
      }
    }
  }

  /** A node answers again: what ran on it has ended meanwhile. */
  private void comeBack(Stored.Pod of) {
    silent.remove(of.pod().uid());
    Stored.Pod pod = alive(of);
    if (pod == null) {
      return;
    }
    world.say("nodes", () -> "the node of " + pod.name() + " is back");
    if (pod.pod().deletedAt() != null) {
      terminate(pod);
    } else if (pod.pod().state() instanceof PodState.Running(Instant startedAt)) {
      end(pod, runners.store(pod.attempt()) ? Plan.SUCCEED : Plan.TRANSIENT, startedAt);
    } else {
      start(pod);
    }
  }

  private Stored.@Nullable Pod alive(Stored.Pod of) {
    Stored.Pod there = world.api().pod(of.name());
    return there == null || !there.pod().uid().equals(of.pod().uid()) || JobController.isOver(there)
        ? null
        : there;
  }

  private void state(Stored.Pod of, @Nullable String node, PodState state) {
    Stored.Pod there = world.api().pod(of.name());
    RunnerPod now = there == null ? of.pod() : there.pod();
    put(of, node == null ? of.pod().node() : node, now.deletedAt(), now.disruption(), state);
  }

  private void put(
      Stored.Pod of,
      @Nullable String node,
      @Nullable Instant deletedAt,
      @Nullable Disruption disruption,
      PodState state) {
    RunnerPod pod = of.pod();
    RunnerPod next =
        new RunnerPod(pod.name(), pod.uid(), node, pod.createdAt(), deletedAt, disruption, state);
    world.api().put(Kind.POD, version -> new Stored.Pod(version, of.attempt(), of.jobUid(), next));
  }
}
