package dev.groma.operator.simulation;

import dev.groma.operator.life.Wishes;
import dev.groma.operator.simulation.ApiServer.Change;
import dev.groma.operator.simulation.ApiServer.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Those who submit jobs, change their minds, and delete what is not theirs. */
final class People implements ApiServer.Watcher {

  private static final long EACH = 20_000;

  private final World world;
  private final Invariants invariants;

  People(World world, Invariants invariants) {
    this.world = world;
    this.invariants = invariants;
  }

  private enum Deed {
    SUSPEND,
    GO_ON,
    RETRY,
    CANCEL,
    KEEP_SHORTLY,
    KEEP,
    DELETE_JOB,
    DELETE_JOB_IN_BACKGROUND,
    DELETE_POD,
    DELETE_LAYOUT_JOB
  }

  private static final List<Deed> DEEDS =
      List.of(
          Deed.SUSPEND,
          Deed.SUSPEND,
          Deed.GO_ON,
          Deed.GO_ON,
          Deed.RETRY,
          Deed.RETRY,
          Deed.CANCEL,
          Deed.KEEP_SHORTLY,
          Deed.KEEP,
          Deed.DELETE_JOB,
          Deed.DELETE_JOB_IN_BACKGROUND,
          Deed.DELETE_POD,
          Deed.DELETE_POD,
          Deed.DELETE_LAYOUT_JOB);

  /** Somebody submits the LayoutJob. */
  void submit() {
    world
        .api()
        .put(
            Kind.LAYOUT_JOB,
            version ->
                new Stored.Job(
                    world.scenario().reference().name(),
                    version,
                    world.scenario().reference().uid(),
                    1,
                    new Wishes(false, false, 0, null),
                    null));
    if (world.chance().perMille(world.faults().stranger() / 4)) {
      take(world.scenario().jobName((int) world.chance().between(1, 3)));
    }
    if (!world.isCalm()) {
      live();
    }
  }

  private void live() {
    world.soon(
        1,
        2 * EACH,
        () -> {
          if (world.isCalm()) {
            return;
          }
          if (world.chance().perMille(world.faults().people())) {
            act(world.chance().oneOf(DEEDS));
          }
          live();
        });
  }

  /** Most jobs that are held are let go in the end. */
  void settle() {
    Stored.Job job = world.api().layoutJob();
    if (job != null && job.wishes().suspend() && world.chance().perMille(750)) {
      act(Deed.GO_ON);
    }
  }

  private void act(Deed deed) {
    world.say("somebody", () -> "does " + deed);
    switch (deed) {
      case SUSPEND -> change(it -> new Wishes(true, it.cancel(), it.retry(), it.timeToLive()));
      case GO_ON -> change(it -> new Wishes(false, it.cancel(), it.retry(), it.timeToLive()));
      case RETRY ->
          change(it -> new Wishes(it.suspend(), it.cancel(), it.retry() + 1, it.timeToLive()));
      case CANCEL -> change(it -> new Wishes(it.suspend(), true, it.retry(), it.timeToLive()));
      case KEEP_SHORTLY -> keep(Duration.ofSeconds(world.chance().between(0, 120)));
      case KEEP -> keep(Duration.ofHours(8));
      case DELETE_JOB ->
          ownJob(job -> {
            invariants.handDeleted(job.attempt());
            Deletions.foreground(world, job);
          });
      case DELETE_JOB_IN_BACKGROUND ->
          ownJob(job -> {
            invariants.handDeleted(job.attempt());
            Deletions.background(world, job);
          });
      case DELETE_LAYOUT_JOB ->
          world.api().remove(Kind.LAYOUT_JOB, world.scenario().reference().name());
      case DELETE_POD ->
          world.api().pods().stream()
              .filter(pod -> pod.pod().deletedAt() == null)
              .findFirst()
              .ifPresent(pod -> Deletions.pod(world, pod, null));
    }
  }

  private void keep(Duration time) {
    change(it -> new Wishes(it.suspend(), it.cancel(), it.retry(), time));
  }

  private void change(UnaryOperator<Wishes> change) {
    Stored.Job job = world.api().layoutJob();
    if (job != null && !change.apply(job.wishes()).equals(job.wishes())) {
      world.api().put(Kind.LAYOUT_JOB, version -> job.with(version, change.apply(job.wishes())));
    }
  }

  private void ownJob(Consumer<Stored.Batch> deletion) {
    world.api().jobs().stream()
        .filter(job -> !job.isForeign() && job.job().deletedAt() == null)
        .findFirst()
        .ifPresent(deletion);
  }

  /** A name that is free again may be taken. */
  @Override
  public void changed(Change change) {
    boolean free =
        change.kind() == Kind.JOB && change.after() == null && world.api().layoutJob() != null;
    if (free && world.chance().perMille(world.faults().stranger())) {
      world.soon(1, 5_000, () -> take(change.name()));
    }
  }

  private void take(String name) {
    if (world.api().job(name) == null) {
      world.say("stranger", () -> "creates a Job " + name);
      world
          .api()
          .put(
              Kind.JOB,
              version ->
                  new Stored.Batch(
                      version, 0, Jobs.created(name, "foreign", world.seconds(), false)));
    }
  }
}
