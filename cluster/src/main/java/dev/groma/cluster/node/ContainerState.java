package dev.groma.cluster.node;

import java.time.Instant;

/** What a kubelet says about one container. */
public sealed interface ContainerState {

  /**
   * Not started.
   *
   * @param reason CamelCase, for example {@code ContainerCreating} or {@code ImagePullBackOff}
   * @param message for a person, may be empty
   */
  record Waiting(String reason, String message) implements ContainerState {}

  /**
   * Started.
   *
   * @param startedAt when
   */
  record Running(Instant startedAt) implements ContainerState {}

  /**
   * Ended.
   *
   * @param exitCode 0 to 255; 128 + the signal's number after a signal
   * @param reason {@code Completed}, {@code Error}, {@code OOMKilled}, ...
   * @param message termination message, may be empty
   * @param startedAt when it was started
   * @param finishedAt when it ended
   */
  record Terminated(
      int exitCode, String reason, String message, Instant startedAt, Instant finishedAt)
      implements ContainerState {

    /** With the reason that a kubelet gives for this exit code. */
    public static Terminated of(
        int exitCode, String message, Instant startedAt, Instant finishedAt) {
      return new Terminated(
          exitCode, exitCode == 0 ? "Completed" : "Error", message, startedAt, finishedAt);
    }
  }
}
