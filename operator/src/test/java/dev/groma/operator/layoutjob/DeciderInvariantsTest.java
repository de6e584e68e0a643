package dev.groma.operator.layoutjob;

import static dev.groma.operator.layoutjob.World.FLAT;
import static dev.groma.operator.layoutjob.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.LastWords;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What holds in every world: all combinations of status, Job, two Pods, sight and time. */
class DeciderInvariantsTest {

  private static final Runner RUNNER = new Runner(World.JOB_NAME, World.JOB_NAME + "-a", "n", 1);

  private static final List<UnaryOperator<World>> STATUSES =
      List.of(
          world -> world,
          world ->
              world.recorded(
                  new JobState.Queued(Reason.JobRefused, "quota", new Runner(null, null, null, 1))),
          world -> world.recorded(new JobState.Queued(Reason.ImageUnavailable, "x", RUNNER)),
          world -> world.recorded(new JobState.Running(RUNNER, START)),
          world ->
              world.recorded(
                  new JobState.Succeeded(RUNNER, START, START, new Summary(null), List.of())),
          world ->
              world.recorded(
                  new JobState.Failed(RUNNER, START, START, Reason.BadData, "ring 3", 65)),
          world -> world.recorded(LayoutJobStatus.unreadable("phase: Paused")));

  private static final List<UnaryOperator<World>> JOBS =
      List.of(
          world -> world,
          World::withJob,
          world -> world.withJob(new RunnerJob.End(false, START, "BackoffLimitExceeded")),
          world -> world.withJob(new RunnerJob.End(true, START, "Complete")));

  private static final List<PodState> POD_STATES =
      List.of(
          new PodState.Starting("starting"),
          new PodState.Blocked(Reason.Unschedulable, "0/1 nodes"),
          new PodState.Running(START),
          new PodState.Ended(0, START, START, "Completed", LastWords.success(FLAT.uid(), 1)),
          new PodState.Ended(143, START, START, "Error", null),
          new PodState.Lost("Evicted"));

  private static final List<UnaryOperator<World>> SIGHTS =
      List.of(world -> world, World::live, world -> world.live("FailedMount: no volume"));

  @Test
  void a_live_look_is_never_followed_by_another() {
    for (World world : worlds()) {
      if (world.sight() instanceof Snapshot.Sight.Live) {
        assertThat(decide(world, 99)).as("%s", world).isNotInstanceOf(Decision.LookCloser.class);
      }
    }
  }

  @Test
  void a_final_status_is_left_alone_and_an_unreadable_one_set_aside() {
    for (World world : worlds()) {
      Snapshot snapshot = world.snapshot();
      boolean unreadable = world.recorded() != null && world.recorded().unreadable() != null;
      if (unreadable) {
        assertThat(decide(world, 99)).isInstanceOf(Decision.SetAside.class);
      } else if (snapshot.isFinal()) {
        assertThat(decide(world, 99)).isInstanceOf(Decision.Ignore.class);
      } else {
        assertThat(decide(world, 99))
            .isNotInstanceOfAny(Decision.SetAside.class, Decision.Ignore.class);
      }
    }
  }

  @Test
  void a_job_is_created_only_where_there_is_no_sign_of_one() {
    for (World world : worlds()) {
      if (decide(world, 99) instanceof Decision.CreateJob) {
        assertThat(world.job()).isNull();
        assertThat(world.pods()).isEmpty();
        assertThat(world.snapshot().jobIsRecorded()).isFalse();
      }
    }
  }

  @Test
  void a_state_once_recorded_is_reported_again_word_for_word() {
    for (World world : worlds()) {
      if (decide(world, 99) instanceof Decision.Report(JobState state)
          && !(state instanceof JobState.Failed)
          && !(state instanceof JobState.Succeeded)) {
        LayoutJobStatus first = build(world.recorded(), state, START.plusSeconds(99));
        World later = world.recorded(first);
        if (decide(later, 200) instanceof Decision.Report(JobState again)) {
          assertThat(build(first, again, START.plusSeconds(200))).as("%s", world).isEqualTo(first);
        }
      }
    }
  }

  @Test
  void an_open_job_always_ends_or_is_looked_at_again() {
    for (World world : worlds()) {
      switch (decide(world, 0)) {
        case Decision.Wait(var atMost) -> assertThat(atMost).isPositive();
        case Decision.CreateJob create -> assertThat(create.attempt()).isEqualTo(1);
        case Decision.Report report -> assertThat(report.state()).isNotNull();
        case Decision.LookCloser closer -> assertThat(closer.why()).isNotBlank();
        case Decision.Ignore ignore -> assertThat(world.snapshot().isFinal()).isTrue();
        case Decision.SetAside aside -> assertThat(aside.why()).isNotBlank();
      }
    }
  }

  private static LayoutJobStatus build(
      @org.jspecify.annotations.Nullable LayoutJobStatus before, JobState state, Instant now) {
    return new StatusBuilder("roomDetection", 1, before, now).build(state);
  }

  private static Decision decide(World world, long seconds) {
    return Decider.decide(world.snapshot(), Timing.usual(), START.plusSeconds(seconds));
  }

  private static List<World> worlds() {
    List<World> worlds = List.of(World.empty());
    worlds = each(worlds, STATUSES);
    worlds = each(worlds, JOBS);
    worlds = each(worlds, pods("a"));
    worlds = each(worlds, pods("b"));
    return each(worlds, SIGHTS);
  }

  private static List<UnaryOperator<World>> pods(String letter) {
    List<UnaryOperator<World>> pods = new ArrayList<>();
    pods.add(world -> world);
    for (PodState state : POD_STATES) {
      pods.add(world -> world.pod(letter, null, state));
      pods.add(world -> world.pod(letter, "drained", state));
    }
    return pods;
  }

  private static List<World> each(List<World> worlds, List<UnaryOperator<World>> changes) {
    return worlds.stream()
        .flatMap(world -> changes.stream().map(change -> change.apply(world)))
        .toList();
  }
}
