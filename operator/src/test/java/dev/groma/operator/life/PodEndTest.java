package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.DRAIN;
import static dev.groma.operator.life.Pods.EVICTION;
import static dev.groma.operator.life.Pods.NODE_GONE;
import static dev.groma.operator.life.Pods.STOPPED;
import static dev.groma.operator.life.Pods.SUCCEEDED;
import static dev.groma.operator.life.Pods.ended;
import static dev.groma.operator.life.World.FLAT;
import static dev.groma.operator.life.World.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.status.RunnerOutcome;
import dev.groma.operator.LastWords;
import dev.groma.operator.attempt.Disruption;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerPod;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the end of a Pod says about its attempt. */
class PodEndTest {

  static Stream<Arguments> words() {
    return Stream.of(
        of(
            "an exit code of the contract without a word",
            ended(69, "Error", ""),
            "InputUnreachable 69"),
        of(
            "any other exit code without a word is a crash",
            ended(1, "Error", null),
            "RunnerCrashed 1"),
        of(
            "an exit code that the CRD has no place for is left out",
            ended(-1, "Error", null),
            "RunnerCrashed null"),
        of("success without a word is none", ended(0, "Completed", null), "RunnerProtocolError 0"),
        of(
            "nor is one with a garbled word",
            ended(0, "Completed", "{\"kind\":"),
            "RunnerProtocolError 0"),
        of(
            "nor one for another attempt",
            ended(0, "Completed", LastWords.success(FLAT.uid(), 2)),
            "RunnerProtocolError 0"),
        of(
            "nor one for another job",
            ended(0, "Completed", LastWords.success("other", 1)),
            "RunnerProtocolError 0"),
        of(
            "nor an answer with another exit code",
            ended(70, "Error", LastWords.success(FLAT.uid(), 1)),
            "RunnerProtocolError 70"),
        of(
            "a failure that does not go with the exit code",
            Pods.failed(65, Reason.EngineBug),
            "RunnerProtocolError 65"),
        of("a failure with exit code 0", Pods.failed(0, Reason.BadData), "RunnerProtocolError 0"));
  }

  static Stream<Arguments> kubelets() {
    return Stream.of(
        of("memory beyond the limit", ended(137, "OOMKilled", ""), "OutOfMemory 137"),
        of("memory beyond the limit, said by the JVM", ended(3, "Error", ""), "OutOfMemory 3"),
        of(
            "a container that cannot be started",
            ended(128, "StartError", "exec: \"groma\": not found"),
            "RunnerCrashed 128"),
        of(
            "the same in another runtime's words",
            ended(127, "ContainerCannotRun", "no such file"),
            "RunnerCrashed 127"),
        of(
            "a container that nobody finds again",
            ended(137, "ContainerStatusUnknown", "not located"),
            "NodeLost 137"),
        of("SIGTERM from nobody knows whom", STOPPED, "Stopped 143"),
        of("SIGKILL from nobody knows whom", ended(137, "Error", null), "RunnerCrashed 137"));
  }

  static Stream<Arguments> disruptions() {
    PodState killed = ended(137, "Error", null);
    return Stream.of(
        of("a drain", DRAIN, STOPPED, "Disrupted 143"),
        of("a drain that a runner outlived until it was killed", DRAIN, killed, "Disrupted 137"),
        of("an eviction by the kubelet", EVICTION, killed, "Evicted 137"),
        of(
            "an eviction whose container nobody finds again",
            EVICTION,
            ended(137, "ContainerStatusUnknown", ""),
            "Evicted 137"),
        of("a node that does not answer", NODE_GONE, STOPPED, "NodeLost 143"),
        of("an answer counts although the Pod was to go", DRAIN, SUCCEEDED, "answer"),
        of("so does the runner's own word", DRAIN, Pods.failed(65, Reason.BadData), "BadData 65"),
        of("and memory beyond the limit", DRAIN, ended(137, "OOMKilled", ""), "OutOfMemory 137"),
        of(
            "an eviction before the container had a state",
            EVICTION,
            lost("Evicted"),
            "Evicted null"),
        of("a node that is collected", NODE_GONE, lost(""), "NodeLost null"));
  }

  static Stream<Arguments> lost() {
    return Stream.of(
        of("the Pod's own deadline", lost("DeadlineExceeded"), "StartDeadlineExceeded null"),
        of("too little CPU after all", lost("OutOfcpu"), "Disrupted null"),
        of("too little memory after all", lost("OutOfmemory"), "Disrupted null"),
        of("too many Pods after all", lost("OutOfpods"), "Disrupted null"),
        of("a node whose labels have changed", lost("NodeAffinity"), "Disrupted null"),
        of("a device that is gone", lost("UnexpectedAdmissionError"), "Disrupted null"),
        of("anything else", lost("AppArmor"), "RunnerCrashed null"),
        of("nothing at all", lost(""), "RunnerCrashed null"));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource({"words", "kubelets", "disruptions", "lost"})
  void is_read_as(String what, @Nullable Disruption disruption, PodState state, String expected) {
    assertThat(inWords(read(disruption, state))).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource
  void a_runner_is_taken_at_its_word(Reason reason, int exitCode) {
    assertThat(inWords(read(null, Pods.failed(exitCode, reason))))
        .isEqualTo(reason + " " + exitCode);
  }

  static Stream<Arguments> a_runner_is_taken_at_its_word() {
    return Arrays.stream(ExitCode.values())
        .flatMap(code -> code.reasons().stream().map(reason -> Arguments.of(reason, code.code())));
  }

  @Test
  void times_are_the_kubelets() {
    Ended end = read(null, STOPPED);

    assertThat(end.startedAt()).isEqualTo(Pods.STARTED);
    assertThat(end.endedAt()).isEqualTo(Pods.ENDED);
  }

  @Test
  void words_of_the_cluster_reach_the_person() {
    assertThat(read(DRAIN, STOPPED))
        .hasFieldOrPropertyWithValue("message", "EvictionByEvictionAPI: Eviction API: evicting");
    assertThat(read(null, ended(128, "StartError", "exec: \"groma\": not found")))
        .hasFieldOrPropertyWithValue(
            "message", "the kubelet says StartError: exec: \"groma\": not found");
  }

  private static Ended read(@Nullable Disruption disruption, PodState state) {
    return new PodEnd(new RunnerOutcome(FLAT.uid(), 1, "roomDetection"), START.plusSeconds(6))
        .of(new RunnerPod("flat-1-a", "uid-a", "node-1", START, null, disruption, state));
  }

  private static String inWords(Ended end) {
    return switch (end) {
      case Ended.WithAnswer answer -> "answer";
      case Ended.Without without -> without.reason() + " " + without.exitCode();
    };
  }

  private static Arguments of(String what, PodState state, String expected) {
    return of(what, null, state, expected);
  }

  private static Arguments of(
      String what, @Nullable Disruption disruption, PodState state, String expected) {
    return Arguments.of(what, disruption, state, expected);
  }

  private static PodState lost(String reason) {
    return new PodState.Lost(reason, reason + ": words");
  }
}
