package dev.groma.operator.layoutjob;

import static dev.groma.operator.layoutjob.World.START;
import static dev.groma.operator.layoutjob.World.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.layoutjob.Cluster.Creation;
import dev.groma.operator.layoutjob.Cluster.Write;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ActionTest {

  private static final Runner RUNNER = new Runner(World.JOB_NAME, "pod-a", "node-1", 1);
  private static final JobState RUNNING = new JobState.Running(RUNNER, START);
  private static final JobState SUCCEEDED =
      new JobState.Succeeded(RUNNER, START, START.plusSeconds(4), new Summary(null), List.of());
  private static final JobState FAILED =
      new JobState.Failed(RUNNER, START, START.plusSeconds(4), Reason.BadData, "ring 3", 65);

  private final FakeCluster cluster = new FakeCluster();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void an_end_is_written_before_it_is_announced() {
    Next next = carryOut(new Decision.Report(FAILED), empty());

    assertThat(next).isEqualTo(Next.never());
    assertThat(cluster.effects).hasSize(2);
    assertThat(cluster.effects.getLast()).isEqualTo(new Announcement(true, "BadData", "ring 3"));
    assertThat(finished("BadData")).isEqualTo(1);
  }

  @Test
  void a_state_that_is_not_an_end_is_not_announced_and_looked_at_again_within_a_minute() {
    Next next = carryOut(new Decision.Report(RUNNING), empty());

    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(1)));
    assertThat(cluster.effects).singleElement().isInstanceOf(LayoutJobStatus.class);
  }

  @Test
  void an_unchanged_state_is_neither_written_nor_counted() {
    Next next = carryOut(new Decision.Report(RUNNING), empty().recorded(RUNNING));

    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(1)));
    assertThat(cluster.effects).isEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_spec_that_changed_during_the_write_is_looked_at_at_once() {
    cluster.answersWrites(new Write.Done(2));

    assertThat(carryOut(new Decision.Report(RUNNING), empty())).isEqualTo(Next.atOnce());
  }

  @Test
  void a_write_that_finds_no_job_ends_without_an_announcement() {
    cluster.answersWrites(new Write.Gone());

    assertThat(carryOut(new Decision.Report(SUCCEEDED), empty())).isEqualTo(Next.never());
    assertThat(cluster.announcements()).isEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_result_that_the_crd_has_no_place_for_is_the_runners_fault() {
    cluster.answersWrites(new Write.Refused("status.summary: roomsCount: -1"));

    carryOut(new Decision.Report(SUCCEEDED), empty());

    Failure failure = Objects.requireNonNull(cluster.statuses().getLast().failure());
    assertThat(failure.reason()).isEqualTo("RunnerProtocolError");
    assertThat(failure.message()).contains("roomsCount: -1");
    assertThat(cluster.announcements())
        .singleElement()
        .returns("RunnerProtocolError", Announcement::reason);
  }

  @Test
  void an_object_whose_every_status_is_refused_is_set_aside() {
    cluster.answersWrites(new Write.Refused("spec: bad"), new Write.Refused("spec: bad"));

    Next next = carryOut(new Decision.Report(SUCCEEDED), empty());

    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(10)));
    assertThat(cluster.announcements()).singleElement().returns("Unreadable", Announcement::reason);
  }

  @Test
  void an_object_with_a_strange_status_is_announced_and_not_written() {
    Next next = carryOut(new Decision.SetAside("phase: Paused"), empty());

    assertThat(next).isEqualTo(Next.never());
    assertThat(cluster.effects)
        .containsExactly(new Announcement(true, "Unreadable", "phase: Paused"));
  }

  @Test
  void a_created_job_is_waited_for_without_a_write() {
    Next next = create(new Creation.Done());

    assertThat(next).isEqualTo(Next.within(Duration.ofSeconds(10)));
    assertThat(cluster.statuses()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_ends_the_job() {
    create(new Creation.NameTaken("CronJob nightly"));

    assertThat(cluster.statuses()).singleElement().returns(Phase.FAILED, LayoutJobStatus::phase);
    Failure failure = Objects.requireNonNull(cluster.statuses().getFirst().failure());
    assertThat(failure.reason()).isEqualTo("NameTaken");
    assertThat(failure.message()).contains(World.JOB_NAME, "CronJob nightly");
  }

  @Test
  void a_job_that_the_api_server_never_takes_ends_the_job() {
    create(new Creation.Refused("metadata.annotations: Too long"));

    Failure failure = Objects.requireNonNull(cluster.statuses().getFirst().failure());
    assertThat(failure.reason()).isEqualTo("JobRefused");
    assertThat(failure.message()).contains("Too long");
  }

  @Test
  void a_job_that_a_quota_holds_back_is_queued_and_tried_again() {
    Next next = create(new Creation.NotNow("exceeded quota: jobs"));

    LayoutJobStatus status = cluster.statuses().getFirst();
    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(1)));
    assertThat(status.phase()).isEqualTo(Phase.QUEUED);
    assertThat(
            Decider.decide(
                empty().recorded(status).snapshot(), Timing.usual(), START.plusSeconds(60)))
        .isInstanceOf(Decision.CreateJob.class);
  }

  @Test
  void the_queue_is_measured_once_and_never_negative() {
    carryOut(new Decision.Report(RUNNING), empty());
    carryOut(new Decision.Report(FAILED), empty().recorded(RUNNING));
    carryOut(new Decision.Report(new JobState.Running(RUNNER, START.minusSeconds(1))), empty());

    assertThat(registry.get("groma.job.queue").timer().count()).isEqualTo(2);
    assertThat(registry.get("groma.job.queue").timer().totalTime(TimeUnit.SECONDS)).isZero();
  }

  private Next create(Creation answer) {
    cluster.answersCreation(answer);
    return carryOut(Decider.decide(empty().snapshot(), Timing.usual(), START), empty());
  }

  private Next carryOut(Decision decision, World world) {
    return new Action(cluster, new OperatorMetrics(registry), Timing.usual(), START)
        .carryOut(decision, world.snapshot());
  }

  private double finished(String reason) {
    return registry.get("groma.jobs.finished").tag("reason", reason).counter().count();
  }
}
