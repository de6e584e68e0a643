package dev.groma.operator.layoutjob;

import static dev.groma.operator.layoutjob.World.FLAT;
import static dev.groma.operator.layoutjob.World.JOB_NAME;
import static dev.groma.operator.layoutjob.World.START;
import static dev.groma.operator.layoutjob.World.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.RoomDetectionSpec;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every row is a statement: in this world, at this many seconds after the start, this is decided.
 */
class DeciderTest {

  private static final Runner JOB_ONLY = new Runner(JOB_NAME, null, null, 1);
  private static final Runner POD_A = new Runner(JOB_NAME, JOB_NAME + "-a", "node-1", 1);
  private static final Runner POD_B = new Runner(JOB_NAME, JOB_NAME + "-b", "node-1", 1);
  private static final Instant STARTED = START.plusSeconds(2);
  private static final Instant ENDED = START.plusSeconds(5);

  private static final JobState RUNNING = new JobState.Running(POD_A, STARTED);
  private static final PodState POD_RUNS = new PodState.Running(STARTED);
  private static final PodState POD_STARTS = new PodState.Starting("the kubelet is starting it");
  private static final PodState POD_SUCCEEDED =
      ended(0, "Completed", LastWords.success(FLAT.uid(), 1));
  private static final PodState POD_STOPPED = ended(143, "Error", null);
  private static final RunnerJob.End JOB_FAILED =
      new RunnerJob.End(false, ENDED, "BackoffLimitExceeded: too many Pods");
  private static final RunnerJob.End JOB_COMPLETE = new RunnerJob.End(true, ENDED, "Complete");

  @ParameterizedTest(name = "{0}")
  @MethodSource({"openings", "finals", "pending", "contradictions", "disruptions"})
  void decides(World world, long seconds, Expected expected) {
    Decision decision =
        Decider.decide(world.snapshot(), Timing.usual(), START.plusSeconds(seconds));

    assertThat(Expected.of(decision)).isEqualTo(expected);
  }

  static Stream<Arguments> openings() {
    return Stream.of(
        row("a new job gets its Job", empty(), 0, createJob()),
        row("a live look at nothing at all creates the Job too", empty().live(), 0, createJob()),
        row(
            "a job whose Job could not be created before gets it now",
            empty().recorded(new JobState.Queued(Reason.JobRefused, "quota", runner(null))),
            60,
            createJob()),
        row(
            "an input that is too long ends the job before a Job is made",
            empty().spec(LayoutJobs.inline("x".repeat(InputSource.INLINE_MAX_BYTES + 1))),
            0,
            failed(null, Reason.InputTooLarge)),
        row(
            "an input of exactly the limit is run",
            empty().spec(LayoutJobs.inline("x".repeat(InputSource.INLINE_MAX_BYTES))),
            0,
            createJob()),
        row(
            "length counts in bytes of UTF-8",
            empty().spec(LayoutJobs.inline("é".repeat(InputSource.INLINE_MAX_BYTES / 2 + 1))),
            0,
            failed(null, Reason.InputTooLarge)),
        row(
            "a spec that does not fit ends the job",
            empty().spec(LayoutJobSpec.unreadable("walls: not a string")),
            0,
            failed(null, Reason.Unreadable)),
        row("no spec at all ends the job", empty().spec(null), 0, failed(null, Reason.Unreadable)),
        row(
            "an engine of another version ends the job",
            empty().spec(new LayoutJobSpec(null, null, null)),
            0,
            failed(null, Reason.Unreadable)),
        row(
            "an input without a source ends the job",
            empty().spec(walls(new InputSource(null, null))),
            0,
            failed(null, Reason.Unreadable)),
        row("no input ends the job", empty().spec(walls(null)), 0, failed(null, Reason.Unreadable)),
        row(
            "a status that does not fit sets the object aside",
            empty().recorded(LayoutJobStatus.unreadable("phase: Paused")),
            0,
            new Expected.SetAside()),
        row(
            "even where the spec does not fit either",
            empty()
                .spec(LayoutJobSpec.unreadable("walls"))
                .recorded(LayoutJobStatus.unreadable("phase: Paused")),
            0,
            new Expected.SetAside()));
  }

  static Stream<Arguments> finals() {
    World succeeded =
        empty()
            .recorded(new JobState.Succeeded(POD_A, STARTED, ENDED, new Summary(null), List.of()));
    World failed =
        empty().recorded(new JobState.Failed(POD_A, STARTED, ENDED, Reason.BadData, "ring 3", 65));
    return Stream.of(
        row("a success is final, with its Job gone", succeeded, 99, new Expected.Ignore()),
        row("a failure is final, with its Job gone", failed, 99, new Expected.Ignore()),
        row(
            "a final job does not come back with a Pod",
            failed.withJob().pod(POD_RUNS),
            99,
            new Expected.Ignore()),
        row(
            "a failure stays one when a Pod succeeds later",
            failed.withJob().pod(POD_SUCCEEDED),
            99,
            new Expected.Ignore()),
        row(
            "a final job stays so when its spec does not fit any more",
            succeeded.spec(LayoutJobSpec.unreadable("walls")),
            99,
            new Expected.Ignore()),
        row(
            "a Pod that succeeded is the end",
            empty().withJob().pod(POD_SUCCEEDED),
            6,
            new Expected.Succeeded(POD_A, STARTED, ENDED)),
        row(
            "also when running was recorded, its Job is over and the Pod is being replaced",
            empty().recorded(RUNNING).withJob(JOB_COMPLETE).disruptedPod(POD_SUCCEEDED),
            6,
            new Expected.Succeeded(POD_A, STARTED, ENDED)),
        row(
            "also when its Job is gone",
            empty().recorded(RUNNING).pod(POD_SUCCEEDED),
            6,
            new Expected.Succeeded(POD_A, STARTED, ENDED)),
        row(
            "a runner that says why it failed is taken at its word",
            empty()
                .withJob()
                .pod(
                    ended(65, "Error", LastWords.failure(FLAT.uid(), 1, Reason.BadData, "ring 3"))),
            6,
            failed(POD_A, Reason.BadData, 65)),
        row(
            "an exit code of the contract without a word has its reason",
            empty().withJob().pod(ended(69, "Error", "")),
            6,
            failed(POD_A, Reason.InputUnreachable, 69)),
        row(
            "any other exit code without a word is a crash",
            empty().withJob().pod(ended(3, "Error", null)),
            6,
            failed(POD_A, Reason.RunnerCrashed, 3)),
        row(
            "success without a word is none",
            empty().withJob().pod(ended(0, "Completed", null)),
            6,
            failed(POD_A, Reason.RunnerProtocolError, 0)),
        row(
            "success with a garbled word is none",
            empty().withJob().pod(ended(0, "Completed", "{\"kind\":")),
            6,
            failed(POD_A, Reason.RunnerProtocolError, 0)),
        row(
            "a word for another attempt is none",
            empty().withJob().pod(ended(0, "Completed", LastWords.success(FLAT.uid(), 2))),
            6,
            failed(POD_A, Reason.RunnerProtocolError, 0)),
        row(
            "a word for another job is none",
            empty().withJob().pod(ended(0, "Completed", LastWords.success("other", 1))),
            6,
            failed(POD_A, Reason.RunnerProtocolError, 0)),
        row(
            "a runner out of memory crashed",
            empty().withJob().pod(ended(137, "OOMKilled", "")),
            6,
            failed(POD_A, Reason.RunnerCrashed, 137)),
        row(
            "a runner that the container runtime could not start crashed",
            empty().withJob().pod(ended(128, "StartError", "exec: \"groma\": not found")),
            6,
            failed(POD_A, Reason.RunnerCrashed, 128)),
        row(
            "an exit code that the CRD has no place for is left out",
            empty().withJob().pod(ended(-1, "Error", null)),
            6,
            failed(POD_A, Reason.RunnerCrashed, null)),
        row(
            "a Pod that ended before its container did is the end",
            empty().withJob().pod(new PodState.Lost("UnexpectedAdmissionError: no device")),
            6,
            failed(POD_A, Reason.RunnerCrashed)),
        row(
            "of two Pods that ended the one that succeeded counts",
            empty().withJob().pod("a", null, POD_SUCCEEDED).pod("b", null, POD_STOPPED),
            6,
            new Expected.Succeeded(POD_A, STARTED, ENDED)),
        row(
            "a Pod that ended counts before one that runs",
            empty().withJob().pod("a", null, POD_STOPPED).pod("b", null, POD_RUNS),
            6,
            failed(POD_A, Reason.Stopped, 143)));
  }

  static Stream<Arguments> pending() {
    World starting = empty().withJob().pod(POD_STARTS);
    World queued =
        empty()
            .recorded(new JobState.Queued(Reason.ImageUnavailable, "ErrImagePull: x", POD_A))
            .withJob();
    return Stream.of(
        row("a Job without a Pod gets time", empty().withJob(), 1, waiting(9)),
        row("then a closer look", empty().withJob(), 10, new Expected.LookCloser()),
        row(
            "which names what the Job controller complains of",
            empty().withJob().live("FailedCreate: exceeded quota"),
            10,
            queued(JOB_ONLY, Reason.PodPending, "FailedCreate: exceeded quota")),
        row(
            "or that it says nothing",
            empty().withJob().live(),
            10,
            queued(JOB_ONLY, Reason.PodPending, "the Job controller has made no Pod yet")),
        row("a Pod that starts gets time", starting, 1, waiting(9)),
        row("then a closer look at it", starting, 10, new Expected.LookCloser()),
        row(
            "which names what the kubelet complains of",
            starting.live("FailedMount: configmap \"walls\" not found", "older"),
            10,
            queued(
                POD_A, Reason.ContainerNotStarting, "FailedMount: configmap \"walls\" not found")),
        row(
            "or says how far it is",
            starting.live(),
            10,
            queued(POD_A, Reason.PodPending, "the kubelet is starting it")),
        row(
            "a Pod that no node takes is queued at once",
            empty().withJob().pod(new PodState.Blocked(Reason.Unschedulable, "0/1 nodes")),
            1,
            queued(POD_A, Reason.Unschedulable, "0/1 nodes")),
        row(
            "a message that alternates is written once",
            queued.pod(new PodState.Blocked(Reason.ImageUnavailable, "ImagePullBackOff: x")),
            1,
            queued(POD_A, Reason.ImageUnavailable, "ErrImagePull: x")),
        row(
            "another reason brings its own message",
            queued.pod(new PodState.Blocked(Reason.ContainerNotStarting, "no key")),
            1,
            queued(POD_A, Reason.ContainerNotStarting, "no key")),
        row(
            "a Pod that runs makes the job run",
            empty().withJob().pod(POD_RUNS),
            3,
            running(POD_A)),
        row(
            "of two Pods the one that runs counts",
            empty().withJob().pod("a", null, POD_RUNS).pod("b", null, POD_STARTS),
            3,
            running(POD_A)),
        row(
            "of two that run the later one",
            empty().withJob().pod("a", null, POD_RUNS).pod("b", null, POD_RUNS),
            3,
            running(POD_B)));
  }

  static Stream<Arguments> contradictions() {
    World gone = empty().recorded(RUNNING);
    return Stream.of(
        row(
            "a recorded Job that is not seen needs a closer look",
            gone,
            3,
            new Expected.LookCloser()),
        row("so does a Pod without its Job", empty().pod(POD_RUNS), 3, new Expected.LookCloser()),
        row(
            "a Job that is really not there was deleted",
            gone.live(),
            3,
            new Expected.Failed(POD_A, Reason.RunnerGone, null, STARTED)),
        row(
            "also when its Pod still runs",
            empty().pod(POD_RUNS).live(),
            3,
            failed(JOB_ONLY, Reason.RunnerGone)),
        row(
            "a Job that is there after all goes on",
            gone.withJob().pod(POD_RUNS).live(),
            3,
            running(POD_A)),
        row(
            "a Job that is over gives the Pod's end time to arrive",
            empty().withJob(JOB_FAILED).pod(POD_RUNS),
            6,
            waiting(9)),
        row(
            "then a closer look is needed",
            empty().withJob(JOB_FAILED).pod(POD_RUNS),
            15,
            new Expected.LookCloser()),
        row(
            "a failed Job whose Pod is really gone crashed",
            empty().withJob(JOB_FAILED).live(),
            15,
            failed(JOB_ONLY, Reason.RunnerCrashed)),
        row(
            "a complete Job whose Pod is really gone lost its result",
            empty().withJob(JOB_COMPLETE).live(),
            15,
            failed(JOB_ONLY, Reason.RunnerGone)));
  }

  static Stream<Arguments> disruptions() {
    return Stream.of(
        row(
            "a Pod that a drain stopped is not the end: the Job makes another",
            empty().recorded(RUNNING).withJob().disruptedPod(POD_STOPPED),
            6,
            queued(
                POD_A,
                Reason.PodPending,
                "the cluster took the Pod flat-3dc6f38e-1-a away (EvictionByEvictionAPI: Eviction"
                    + " API: evicting); the Job controller makes another")),
        row(
            "the other one counts as soon as it is there",
            empty().withJob().pod("a", "drained", POD_STOPPED).pod("b", null, POD_RUNS),
            6,
            running(POD_B)),
        row(
            "a Job that is over makes no other",
            empty().withJob(JOB_FAILED).disruptedPod(POD_STOPPED),
            6,
            failed(POD_A, Reason.Stopped, 143)),
        row(
            "a runner that was stopped and whose Job is not seen needs a closer look",
            empty().recorded(RUNNING).pod(POD_STOPPED),
            6,
            new Expected.LookCloser()),
        row(
            "if the Job is really gone its deletion stopped the runner",
            empty().recorded(RUNNING).pod(POD_STOPPED).live(),
            6,
            new Expected.Failed(POD_A, Reason.RunnerGone, null, STARTED)),
        row(
            "also when the runner had to be killed",
            empty().recorded(RUNNING).pod(ended(137, "Error", null)).live(),
            6,
            new Expected.Failed(POD_A, Reason.RunnerGone, null, STARTED)),
        row(
            "but memory that ran out is the runner's own end",
            empty().recorded(RUNNING).pod(ended(137, "OOMKilled", null)),
            6,
            failed(POD_A, Reason.RunnerCrashed, 137)),
        row(
            "and so is an error with a word",
            empty()
                .recorded(RUNNING)
                .pod(ended(65, "Error", LastWords.failure(FLAT.uid(), 1, Reason.BadData, "x"))),
            6,
            failed(POD_A, Reason.BadData, 65)),
        row(
            "a Pod that is being taken away still runs",
            empty().withJob().disruptedPod(POD_RUNS),
            3,
            running(POD_A)));
  }

  private static Arguments row(String statement, World world, long seconds, Expected expected) {
    return Arguments.of(Named.of(statement, world), seconds, expected);
  }

  private static PodState ended(int exitCode, String cause, @Nullable String lastWord) {
    return new PodState.Ended(exitCode, STARTED, ENDED, cause, lastWord);
  }

  private static LayoutJobSpec walls(@Nullable InputSource source) {
    return new LayoutJobSpec(
        new RoomDetectionSpec(source, null, null, null, null, null), null, null);
  }

  private static Runner runner(@Nullable String jobName) {
    return new Runner(jobName, null, null, 1);
  }

  private static Expected createJob() {
    return new Expected.CreateJob(1);
  }

  private static Expected waiting(long seconds) {
    return new Expected.Wait(Duration.ofSeconds(seconds));
  }

  private static Expected running(Runner runner) {
    return new Expected.Running(runner, STARTED);
  }

  private static Expected queued(Runner runner, Reason reason, String message) {
    return new Expected.Queued(runner, reason, message);
  }

  private static Expected failed(@Nullable Runner runner, Reason reason) {
    return new Expected.Failed(runner, reason, null, null);
  }

  private static Expected failed(Runner runner, Reason reason, @Nullable Integer exitCode) {
    return new Expected.Failed(runner, reason, exitCode, STARTED);
  }

  /** A decision without what other tests look at: the order, the summary, failures' messages. */
  sealed interface Expected {
    record CreateJob(int attempt) implements Expected {}

    record Queued(Runner runner, Reason reason, String message) implements Expected {}

    record Running(Runner runner, Instant startedAt) implements Expected {}

    record Succeeded(Runner runner, Instant startedAt, Instant endedAt) implements Expected {}

    record Failed(
        @Nullable Runner runner,
        Reason reason,
        @Nullable Integer exitCode,
        @Nullable Instant startedAt)
        implements Expected {}

    record Wait(Duration atMost) implements Expected {}

    record LookCloser() implements Expected {}

    record Ignore() implements Expected {}

    record SetAside() implements Expected {}

    static Expected of(Decision decision) {
      return switch (decision) {
        case Decision.CreateJob create -> new CreateJob(create.attempt());
        case Decision.Report(JobState.Queued it) ->
            new Queued(it.runner(), it.reason(), it.message());
        case Decision.Report(JobState.Running it) -> new Running(it.runner(), it.startedAt());
        case Decision.Report(JobState.Succeeded it) ->
            new Succeeded(it.runner(), it.startedAt(), it.endedAt());
        case Decision.Report(JobState.Failed it) ->
            new Failed(it.runner(), it.reason(), it.exitCode(), it.startedAt());
        case Decision.Wait(Duration atMost) -> new Wait(atMost);
        case Decision.LookCloser closer -> new LookCloser();
        case Decision.Ignore ignore -> new Ignore();
        case Decision.SetAside aside -> new SetAside();
      };
    }
  }
}
