package dev.groma.operator.attempt;

import dev.groma.api.reason.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a runner's Pod is. */
public sealed interface PodState {

  /**
   * On its way, and nobody has complained yet.
   *
   * @param words what is going on
   */
  record Starting(String words) implements PodState {}

  /**
   * Kept from starting.
   *
   * @param reason why
   * @param words of the scheduler or the kubelet
   */
  record Blocked(Reason reason, String words) implements PodState {}

  /**
   * The runner is at work.
   *
   * @param startedAt when its container started
   */
  record Running(Instant startedAt) implements PodState {}

  /**
   * The runner has ended.
   *
   * @param exitCode of the process, as the kubelet gives it
   * @param startedAt when it started; null when the kubelet does not say
   * @param endedAt when it ended; null when the kubelet does not say
   * @param cause the kubelet's word for it, such as {@code Completed}, {@code Error} or {@code
   *     OOMKilled}; null when it gives none
   * @param lastWord the termination message; null when there is none
   */
  record Ended(
      int exitCode,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable String cause,
      @Nullable String lastWord)
      implements PodState {}

  /**
   * The Pod is over and says nothing of the runner: evicted before it started, or its node is gone.
   *
   * @param reason of the Pod's status, such as {@code Evicted}; empty where it gives none
   * @param words of whoever ended it
   */
  record Lost(String reason, String words) implements PodState {}
}
