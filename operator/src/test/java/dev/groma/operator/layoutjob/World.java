package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.runner.JobReference;
import dev.groma.api.status.JobState;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Snapshot.Sight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots for tables: a LayoutJob {@code flat} of which nothing is seen, and what is added to it.
 * It was stored at {@link #START}; its Job and Pods are as old.
 */
record World(
    @Nullable LayoutJobSpec spec,
    @Nullable LayoutJobStatus recorded,
    @Nullable RunnerJob job,
    List<RunnerPod> pods,
    Sight sight) {

  static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
  static final JobReference FLAT =
      new JobReference("plans", "flat", "3dc6f38e-0000-4000-8000-000000000000");
  static final String JOB_NAME = "flat-3dc6f38e-1";

  static World empty() {
    return new World(
        LayoutJobs.inline(LayoutJobs.WALLS), null, null, List.of(), new Sight.Cached());
  }

  World spec(@Nullable LayoutJobSpec other) {
    return new World(other, recorded, job, pods, sight);
  }

  /** With this state in the status, recorded at the start. */
  World recorded(JobState state) {
    return recorded(new StatusBuilder("roomDetection", 1, null, START).build(state));
  }

  World recorded(LayoutJobStatus status) {
    return new World(spec, status, job, pods, sight);
  }

  World withJob() {
    return withJob(null);
  }

  World withJob(RunnerJob.@Nullable End end) {
    return new World(spec, recorded, new RunnerJob(JOB_NAME, "job-uid", START, end), pods, sight);
  }

  World pod(PodState state) {
    return pod("a", null, state);
  }

  World disruptedPod(PodState state) {
    return pod("a", "EvictionByEvictionAPI: Eviction API: evicting", state);
  }

  /**
   * With one more Pod.
   *
   * @param letter end of its name; later letters are younger by as many seconds
   */
  World pod(String letter, @Nullable String disruption, PodState state) {
    List<RunnerPod> more = new ArrayList<>(pods);
    more.add(
        new RunnerPod(
            JOB_NAME + "-" + letter,
            "uid-" + letter,
            "node-1",
            START.plusSeconds(letter.charAt(0) - 'a'),
            disruption,
            state));
    return new World(spec, recorded, job, more, sight);
  }

  World live(String... warnings) {
    return new World(spec, recorded, job, pods, new Sight.Live(List.of(warnings)));
  }

  Snapshot snapshot() {
    return new Snapshot(FLAT, 1, START, Order.of(spec), recorded, job, pods, sight);
  }
}
