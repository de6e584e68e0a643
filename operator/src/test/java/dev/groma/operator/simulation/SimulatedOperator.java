package dev.groma.operator.simulation;

import dev.groma.operator.layoutjob.Next;
import dev.groma.operator.layoutjob.Reconcile;
import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;

/** One process of the operator, as the SDK runs it: one reconcile at a time, tried again. */
final class SimulatedOperator {

  private static final long RETRY_FIRST = 1_000;
  private static final long RETRY_MAX = 60_000;
  private static final long SKEW_MAX = 5_000;
  private static final OperatorMetrics METRICS = new OperatorMetrics(new CompositeMeterRegistry());

  private final World world;
  private final Invariants invariants;
  private final Mutant mutant;
  private final String name;
  private final Caches caches;
  private final Reconcile reconcile;
  private final Duration skew;
  private boolean up;
  private boolean leads;
  private boolean busy;
  private boolean called;
  private boolean calledWhileBusy;
  private boolean doomed;
  private long timer;
  private int failures;

  SimulatedOperator(World world, Invariants invariants, Mutant mutant, String name) {
    this.world = world;
    this.invariants = invariants;
    this.mutant = mutant;
    this.name = name;
    this.caches = new Caches(world, this::delivered);
    this.skew =
        world.isCalm()
            ? Duration.ZERO
            : Duration.ofMillis(world.chance().between(-SKEW_MAX, SKEW_MAX));
    this.reconcile =
        new Reconcile(
            mutant.decider(), Scenario.TIMING, METRICS, () -> world.agenda().now().plus(skew));
    world
        .api()
        .watch(change -> {
          if (up) {
            caches.changed(change);
          }
        });
  }

  /** The process starts. */
  void start() {
    up = true;
    doomed = false;
    failures = 0;
    world.say(name, () -> "starts");
    caches.listAll();
    call();
  }

  /** Whether it acts on LayoutJobs. */
  void leads(boolean now) {
    if (leads != now) {
      world.say(name, () -> now ? "leads" : "leads no more");
    }
    leads = now;
    if (now) {
      call();
    }
  }

  boolean leads() {
    return leads;
  }

  /** Somebody kills the process. */
  void kill() {
    if (busy) {
      doomed = true;
    } else if (up) {
      killed();
    }
  }

  boolean isDoomed() {
    return doomed;
  }

  private void killed() {
    world.say(name, () -> "is killed");
    up = false;
    timer++;
    world.soon(500, 60_000, this::start);
  }

  private void delivered(Change change) {
    boolean statusOnly =
        change.kind() == Kind.LAYOUT_JOB
            && change.before() instanceof Stored.Job before
            && change.after() instanceof Stored.Job after
            && before.generation() == after.generation();
    if (!statusOnly) {
      call();
    }
  }

  /** Has the LayoutJob looked at. */
  void call() {
    if (busy) {
      calledWhileBusy = true;
    } else if (up && leads && !called) {
      called = true;
      world.soon(1, 30, this::look);
    }
  }

  private void look() {
    called = false;
    Stored.Job cached = caches.layoutJob();
    if (!up || !leads || busy || cached == null) {
      return;
    }
    busy = true;
    timer++;
    try {
      Next next =
          reconcile.once(new SimulatedCluster(world, invariants, mutant, this, caches, cached));
      failures = 0;
      if (next.within() != null) {
        again(next.within().toMillis());
      }
    } catch (Interruption.NoAnswer interruption) {
      world.say(name, () -> "has no answer");
      failures++;
      again(Math.min(RETRY_MAX, RETRY_FIRST << Math.min(10, failures - 1)));
    } catch (Interruption.Killed interruption) {
      killed();
    } finally {
      busy = false;
    }
    if (doomed && up) {
      killed();
    }
    if (calledWhileBusy) {
      calledWhileBusy = false;
      call();
    }
  }

  private void again(long delay) {
    timer++;
    long own = timer;
    world
        .agenda()
        .in(
            delay,
            () -> {
              if (own == timer) {
                call();
              }
            });
  }

  Duration skew() {
    return skew;
  }

  String name() {
    return name;
  }
}
