package dev.groma.e2e.chaos;

import static dev.groma.api.layoutjob.Phase.CANCELLED;
import static dev.groma.api.layoutjob.Phase.RUNNING;
import static dev.groma.api.layoutjob.Phase.SUCCEEDED;
import static dev.groma.api.layoutjob.Phase.SUSPENDED;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.cluster.scripted.Step;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.function.Function;

/**
 * What happens to a job when nothing breaks.
 *
 * @param name start of its jobs' names
 * @param acts what runners and users do, one after the other
 * @param end how the job ends
 * @param attempts how many it takes
 * @param writes how many the operator makes, events among them
 */
record Life(String name, List<Act> acts, Phase end, int attempts, int writes) {

  /** Runs again at once rather than after ten seconds. */
  private static final String IMPATIENT = "execution: {backoff: {initialSeconds: 0}}";

  /**
   * Something that happens once the job is so far.
   *
   * @param phase of the job
   * @param attempt number of its latest attempt
   * @param deed what happens
   */
  record Act(Phase phase, int attempt, Deed deed) {}

  /** Something that runners or users do. */
  @FunctionalInterface
  interface Deed {
    void happens(Arena arena, LayoutJob job);
  }

  /** Everything goes well. */
  static Life success() {
    return new Life("success", List.of(runner(1, LastWords::success)), SUCCEEDED, 1, 3);
  }

  /** The first attempt fails, the second has a result. */
  static Life retry() {
    return new Life(
        "retry",
        List.of(runner(1, LastWords::transientFailure), runner(2, LastWords::success)),
        SUCCEEDED,
        2,
        7);
  }

  /** Someone cancels the job while it runs. */
  static Life cancel() {
    return new Life("cancel", List.of(user(RUNNING, 1, "{\"cancel\": true}")), CANCELLED, 1, 5);
  }

  /** Someone suspends the job while it runs, and lets it go on. */
  static Life suspension() {
    return new Life(
        "suspension",
        List.of(
            user(RUNNING, 1, "{\"suspend\": true}"),
            user(SUSPENDED, 2, "{\"suspend\": false}"),
            runner(2, LastWords::success)),
        SUCCEEDED,
        2,
        9);
  }

  private static Act runner(int attempt, Function<Pod, Step> word) {
    return new Act(
        RUNNING,
        attempt,
        (arena, job) ->
            arena
                .pods
                .now(pod -> LastWords.isOf(pod, job, attempt))
                .thenEach(pod -> List.of(word.apply(pod))));
  }

  private static Act user(Phase phase, int attempt, String members) {
    return new Act(
        phase, attempt, (arena, job) -> arena.change(job.getMetadata().getName(), members));
  }

  /** Stores a job; its Pods run until they are told. */
  LayoutJob begin(Arena arena, int number) {
    return arena.submit(name + "-" + number, IMPATIENT);
  }

  /** Lets everything happen, each act in its time, and waits for the end. */
  LayoutJobStatus play(Arena arena, LayoutJob job) {
    String jobName = job.getMetadata().getName();
    for (Act act : acts) {
      arena.await(
          jobName, status -> status.phase() == act.phase() && status.attempts() == act.attempt());
      act.deed().happens(arena, job);
    }
    return arena.await(jobName, status -> status.phase() == end);
  }
}
