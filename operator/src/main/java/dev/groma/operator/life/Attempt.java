package dev.groma.operator.life;

import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import dev.groma.operator.attempt.RunnerPod;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is seen of one attempt.
 *
 * @param number of the attempt, from 1
 * @param job its Job; null when it is not seen
 * @param pods of the Job, in any order; the Job controller makes one, and can make two by mistake
 */
public record Attempt(int number, @Nullable RunnerJob job, List<RunnerPod> pods) {

  /** Copies the list. */
  public Attempt {
    pods = List.copyOf(pods);
  }

  /** Whether nothing is seen of it. */
  boolean isUnseen() {
    return job == null && pods.isEmpty();
  }

  /**
   * Whether a runner of it may still be at work, or come to be. A Job that is being deleted stays
   * until its Pods are gone, those too that are not seen yet; unless one of them is lost, with
   * which the Job would stay for ever.
   *
   * @param lostBefore objects that should have been gone before then count as lost
   */
  boolean lives(Instant lostBefore) {
    if (pods.stream().anyMatch(pod -> !isOver(pod) && !isLost(pod.deletedAt(), lostBefore))) {
      return true;
    }
    if (job == null || job.end() != null) {
      return false;
    }
    boolean podIsLost = alive().isPresent();
    return job.deletedAt() == null || (!podIsLost && !isLost(job.deletedAt(), lostBefore));
  }

  /**
   * Whether its Job can be stopped: it runs, or will, and nobody deletes it yet. One whose Pod is
   * over ends by itself, unless Kueue holds it, and is kept for those who want to read its log.
   */
  boolean canBeStopped() {
    return job != null && job.end() == null && job.deletedAt() == null && !endsByItself();
  }

  /**
   * Whether its one Pod is over, and perhaps gone, so that the Job controller is about to end the
   * Job.
   */
  boolean endsByItself() {
    return job != null
        && !job.suspended()
        && alive().isEmpty()
        && (over().isPresent() || job.counted() == Counted.OVER);
  }

  /**
   * Whether the Job controller has counted a Pod that is not seen: either it is about to be seen,
   * or it is over and gone and its Job about to end.
   */
  boolean lacksItsPod() {
    return job != null && !job.suspended() && pods.isEmpty() && job.counted() == Counted.ACTIVE;
  }

  /** The newest Pod that is over; a success before any other. */
  Optional<RunnerPod> over() {
    return pod(Attempt::isOver);
  }

  /** The Pod that is not over; one that runs before any other. */
  Optional<RunnerPod> alive() {
    return pod(pod -> !isOver(pod));
  }

  private Optional<RunnerPod> pod(Predicate<RunnerPod> which) {
    return pods.stream()
        .filter(which)
        .max(
            Comparator.comparing(Attempt::hasSucceeded)
                .thenComparing(pod -> pod.state() instanceof PodState.Running)
                .thenComparing(RunnerPod::createdAt)
                .thenComparing(RunnerPod::name));
  }

  static boolean hasSucceeded(RunnerPod pod) {
    return pod.state() instanceof PodState.Ended ended && ended.exitCode() == 0;
  }

  private static boolean isLost(@Nullable Instant deletedAt, Instant lostBefore) {
    return deletedAt != null && deletedAt.isBefore(lostBefore);
  }

  private static boolean isOver(RunnerPod pod) {
    return switch (pod.state()) {
      case PodState.Ended ended -> true;
      case PodState.Lost lost -> true;
      case PodState.Starting starting -> false;
      case PodState.Blocked blocked -> false;
      case PodState.Running running -> false;
    };
  }
}
