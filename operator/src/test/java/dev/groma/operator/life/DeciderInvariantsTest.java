package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.ENDED;
import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.attempt.PodState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds in every world: all combinations of wish, status, Jobs, Pods, results and sight. */
class DeciderInvariantsTest {

  private static final long LATER = 99;

  /** Two attempts that end, one that is not recorded yet, and an end. */
  private static final int WRITES_MAX = 5;

  private static final List<UnaryOperator<World>> WISHES =
      List.of(
          world -> world,
          world -> world.spec("suspend: true"),
          world -> world.spec("cancel: true"),
          world -> world.spec("retry: 1").generation(2),
          world -> world.spec("ttlSecondsAfterFinished: 60"));

  private static final List<UnaryOperator<World>> STATUSES =
      List.of(
          world -> world,
          recorded(
              1, new JobState.Queued(Reason.JobRefused, "quota", new Runner(null, null, null, 1))),
          recorded(1, new JobState.Queued(Reason.ImageUnavailable, "x", podA(1))),
          recorded(1, new JobState.Running(podA(1))),
          recorded(2, new JobState.Pending(Reason.BackingOff, "later")),
          recorded(2, new JobState.Pending(Reason.Resumed, "goes on")),
          recorded(2, new JobState.Running(podA(2))),
          recorded(2, new JobState.Suspended()),
          recorded(1, WishesTest.SUCCESS),
          recorded(1, WishesTest.FAILED),
          recorded(2, new JobState.Cancelled(podA(1), ENDED)),
          world -> world.recorded(LayoutJobStatus.unreadable("phase: Paused")));

  private static final List<UnaryOperator<World>> JOBS =
      List.of(
          world -> world,
          World::job,
          World::jobHeld,
          world -> world.jobGoes(2),
          world -> world.jobOver(Pods.JOB_FAILED));

  private static final List<PodState> POD_STATES =
      List.of(
          Pods.STARTING,
          Pods.blocked(Reason.Unschedulable),
          Pods.RUNNING,
          Pods.SUCCEEDED,
          Pods.STOPPED,
          new PodState.Lost("Evicted", "Evicted: memory"));

  private static final List<UnaryOperator<World>> FIRST_POD =
      concat(pods("a", POD_STATES), disruptedPods());
  private static final List<UnaryOperator<World>> SECOND_POD =
      pods("b", List.of(Pods.RUNNING, Pods.SUCCEEDED, Pods.STOPPED));

  private static final List<UnaryOperator<World>> SECOND_ATTEMPT =
      List.of(
          world -> world,
          ofSecond(World::job),
          ofSecond(world -> world.jobGoes(2).pod(Pods.RUNNING)),
          ofSecond(world -> world.jobOver(Pods.JOB_FAILED).pod(Pods.STOPPED)));

  private static final List<UnaryOperator<World>> RESULTS =
      List.of(world -> world, world -> world.stored(Results.stored(1)));

  private static final List<UnaryOperator<World>> SIGHTS =
      List.of(world -> world, World::live, world -> world.live("FailedMount: no volume"));

  @Test
  void a_live_look_is_never_followed_by_another() {
    eachWorld(world -> {
      if (world.sight() instanceof Snapshot.Sight.Live) {
        assertThat(world.decide(LATER))
            .as("%s", world)
            .isNotInstanceOfAny(Decision.LookCloser.class, Decision.AskWhy.class);
      }
    });
  }

  @Test
  void a_final_status_is_never_written_over_unless_a_failed_job_is_to_run_again() {
    eachWorld(world -> {
      if (world.snapshot().isFinal() && world.decide(LATER) instanceof Decision.Report report) {
        assertThat(report.state())
            .as("%s", world)
            .isInstanceOfSatisfying(
                JobState.Pending.class,
                pending -> assertThat(pending.reason()).isEqualTo(Reason.RetryRequested));
        assertThat(world.snapshot().phase()).hasToString("FAILED");
        assertThat(world.snapshot().wishes().retry()).isEqualTo(1);
      }
    });
  }

  @Test
  void an_unreadable_status_is_set_aside_and_no_other() {
    eachWorld(world -> {
      boolean unreadable = world.recorded() != null && world.recorded().unreadable() != null;
      assertThat(world.decide(LATER) instanceof Decision.SetAside)
          .as("%s", world)
          .isEqualTo(unreadable);
    });
  }

  @Test
  void a_job_is_created_only_for_the_current_attempt_and_where_no_runner_can_be_at_work() {
    eachWorld(world -> {
      if (world.decide(LATER) instanceof Decision.CreateJob create) {
        int current = Ledger.of(world.recorded()).attempt();
        assertThat(create.ledger().attempt()).isEqualTo(current);
        assertThat(world.snapshot().hasExisted(current)).isFalse();
        assertThat(world.snapshot().attempt(current).isUnseen()).isTrue();
        assertThat(world.attempts().values()).noneMatch(attempt -> attempt.lives(START));
        assertThat(world.snapshot().wishes())
            .matches(wishes -> !wishes.cancel() && !wishes.suspend());
      }
    });
  }

  @Test
  void a_job_is_stopped_only_where_the_record_says_that_it_must_not_run() {
    eachWorld(world -> {
      if (world.decide(LATER) instanceof Decision.StopJob(var job)) {
        boolean current = job.name().equals(World.jobName(Ledger.of(world.recorded()).attempt()));
        assertThat(!current || world.snapshot().isFinal()).as("%s", world).isTrue();
        assertThat(job.deletedAt()).isNull();
        assertThat(job.end()).isNull();
      }
    });
  }

  @Test
  void the_number_of_the_attempt_never_falls_and_nothing_used_up_comes_back() {
    eachWorld(world -> {
      if (world.decide(LATER) instanceof Decision.Report report) {
        Ledger before = Ledger.of(world.recorded());
        Ledger after = report.ledger();
        assertThat(after.attempt()).as("%s", world).isGreaterThanOrEqualTo(before.attempt());
        if (after.budget().retry() == before.budget().retry()) {
          assertThat(after.budget().failures()).isGreaterThanOrEqualTo(before.budget().failures());
          assertThat(after.budget().disruptions())
              .isGreaterThanOrEqualTo(before.budget().disruptions());
        }
      }
    });
  }

  @Test
  void an_unchanged_world_is_soon_written_no_more() {
    eachWorld(world -> {
      World last = world;
      for (int i = 0; i < WRITES_MAX; i++) {
        last = written(last);
      }
      assertThat(written(last).recorded()).as("%s", world).isEqualTo(last.recorded());
    });
  }

  private static World written(World world) {
    return world.decide(LATER) instanceof Decision.Report report
        ? world.recorded(build(world, world.recorded(), report, LATER))
        : world;
  }

  @Test
  void an_open_job_is_always_looked_at_again_or_waits_for_a_person() {
    eachWorld(world -> {
      switch (world.decide(0)) {
        case Decision.Wait(Duration atMost) -> assertThat(atMost).isPositive();
        case Decision.Rest rest ->
            assertThat(world.snapshot().isFinal() || world.snapshot().phase() == Phase.SUSPENDED)
                .as("%s", world)
                .isTrue();
        case Decision.Delete delete -> assertThat(world.snapshot().isFinal()).isTrue();
        case Decision.CreateJob create -> {}
        case Decision.Report report -> {}
        case Decision.Acknowledge acknowledge -> {}
        case Decision.StopJob stop -> {}
        case Decision.LookCloser closer -> {}
        case Decision.AskWhy ask -> {}
        case Decision.SetAside aside -> {}
      }
    });
  }

  private static LayoutJobStatus build(
      World world, @Nullable LayoutJobStatus before, Decision.Report report, long seconds) {
    return new StatusBuilder(world.snapshot().description(), before, START.plusSeconds(seconds))
        .build(report.state(), report.ledger());
  }

  private static UnaryOperator<World> recorded(int attempt, JobState state) {
    return world -> world.attempt(attempt).recorded(state).attempt(1);
  }

  /** Two attempts, and two Pods of the first. */
  private static void eachWorld(Consumer<World> check) {
    Stream<World> worlds = Stream.of(World.empty());
    for (List<UnaryOperator<World>> changes :
        List.of(WISHES, STATUSES, JOBS, FIRST_POD, SECOND_POD, SECOND_ATTEMPT, RESULTS, SIGHTS)) {
      worlds = worlds.flatMap(world -> changes.stream().map(change -> change.apply(world)));
    }
    worlds.forEach(check);
  }

  private static UnaryOperator<World> ofSecond(UnaryOperator<World> change) {
    return world -> change.apply(world.attempt(2)).attempt(1);
  }

  private static List<UnaryOperator<World>> pods(String letter, List<PodState> states) {
    List<UnaryOperator<World>> pods = new ArrayList<>();
    pods.add(world -> world);
    states.forEach(state -> pods.add(world -> world.pod(letter, state)));
    return pods;
  }

  private static List<UnaryOperator<World>> disruptedPods() {
    return Stream.of(Pods.RUNNING, Pods.STOPPED)
        .<UnaryOperator<World>>map(
            state -> world -> world.pod("a", Pods.DRAIN, START.plusSeconds(3), state))
        .toList();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
