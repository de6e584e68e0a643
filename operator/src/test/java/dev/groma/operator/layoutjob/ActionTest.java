package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.empty;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.Failure;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerJob.Counted;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.layoutjob.Cluster.Creation;
import dev.groma.operator.layoutjob.Cluster.Write;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Timing;
import dev.groma.operator.life.World;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done about a decision, and in which order. */
class ActionTest {

  private static final JobState RUNNING = new JobState.Running(podA(1));
  private static final JobState SUCCEEDED =
      new JobState.Succeeded(
          podA(1),
          START.plusSeconds(4),
          new RecordedAnswer(new Summary(null, null, null), "s3://plans/", List.of(), null));
  private static final JobState FAILED =
      new JobState.Failed(podA(1), START.plusSeconds(4), Reason.BadData, "ring 3", 65);

  private final FakeCluster cluster = new FakeCluster();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void a_failure_is_written_before_it_is_announced() {
    report(FAILED);

    assertThat(cluster.effects).hasSize(2);
    assertThat(cluster.effects.getLast())
        .isEqualTo(new Announcement(true, "failed", "BadData", "ring 3"));
    assertThat(registry.get("groma.jobs.finished").tag("reason", "BadData").counter().count())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource
  void costs_one_write_and_nothing_else(JobState state) {
    report(state);

    assertThat(cluster.effects).singleElement().isInstanceOf(LayoutJobStatus.class);
  }

  static Stream<JobState> costs_one_write_and_nothing_else() {
    return Stream.of(RUNNING, SUCCEEDED);
  }

  @Test
  void what_is_reported_is_looked_at_again_when_the_decision_says() {
    Decision.Report decision =
        new Decision.Report(RUNNING, Ledger.fresh(0), Duration.ofSeconds(42));

    assertThat(carryOut(decision, empty())).isEqualTo(Next.within(Duration.ofSeconds(42)));
  }

  @Test
  void an_unchanged_state_is_neither_written_nor_counted() {
    World running = empty().recorded(RUNNING);

    carryOut(
        new Decision.Report(RUNNING, Ledger.of(running.recorded()), Duration.ZERO),
        asWritten(running));

    assertThat(cluster.effects).isEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_write_on_old_news_is_not_told_of_and_looked_at_again() {
    cluster.answersWrites(new Write.Stale());

    assertThat(report(FAILED)).isEqualTo(Next.within(Duration.ofSeconds(1)));
    assertThat(cluster.announcements()).isEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_write_that_finds_no_job_ends_without_an_announcement() {
    cluster.answersWrites(new Write.Gone());

    assertThat(report(FAILED)).isEqualTo(Next.never());
    assertThat(cluster.announcements()).isEmpty();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void a_result_that_the_crd_has_no_place_for_is_the_runners_fault() {
    cluster.answersWrites(new Write.Refused("status.summary: roomsCount: -1"));

    report(SUCCEEDED);

    assertThat(failure())
        .returns("RunnerProtocolError", Failure::reason)
        .extracting(Failure::message)
        .asString()
        .contains("roomsCount: -1");
    assertThat(cluster.announcements())
        .singleElement()
        .returns("RunnerProtocolError", Announcement::reason);
  }

  @Test
  void an_object_whose_every_status_is_refused_is_set_aside() {
    cluster.answersWrites(new Write.Refused("spec: bad"), new Write.Refused("spec: bad"));

    Next next = report(SUCCEEDED);

    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(10)));
    assertThat(cluster.announcements()).singleElement().returns("Unreadable", Announcement::reason);
  }

  @Test
  void an_object_with_a_strange_status_is_announced_and_not_written() {
    Next next = carryOut(new Decision.SetAside("phase: Paused"), empty());

    assertThat(next).isEqualTo(Next.never());
    assertThat(cluster.effects)
        .containsExactly(new Announcement(true, "unreadable", "Unreadable", "phase: Paused"));
  }

  @Test
  void a_created_job_is_waited_for_without_a_write() {
    assertThat(create(new Creation.Done())).isEqualTo(Next.within(Duration.ofSeconds(10)));
    assertThat(cluster.statuses()).isEmpty();
  }

  @Test
  void a_job_of_the_same_attempt_that_is_going_is_waited_for_too() {
    assertThat(create(new Creation.Going())).isEqualTo(Next.within(Duration.ofSeconds(10)));
    assertThat(cluster.statuses()).isEmpty();
  }

  @Test
  void in_a_namespace_that_goes_nothing_is_done_any_more() {
    assertThat(create(new Creation.NamespaceGoes())).isEqualTo(Next.never());
    assertThat(cluster.statuses()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_ends_the_job() {
    create(new Creation.NameTaken("CronJob nightly"));

    assertThat(failure().reason()).isEqualTo("NameTaken");
    assertThat(failure().message()).contains("flat-3dc6f38e-1", "CronJob nightly");
  }

  @Test
  void a_job_that_the_api_server_never_takes_ends_the_job() {
    create(new Creation.Refused("metadata.annotations: Too long"));

    assertThat(failure().reason()).isEqualTo("JobRefused");
    assertThat(failure().message()).contains("Too long");
  }

  private static final Creation NO_ROOM = new Creation.NotNow("exceeded quota: jobs");

  @Test
  void a_job_that_a_quota_holds_back_is_queued_and_tried_again() {
    Next next = create(new Creation.NotNow("exceeded quota: jobs"));

    LayoutJobStatus status = cluster.statuses().getFirst();
    assertThat(next).isEqualTo(Next.within(Duration.ofMinutes(1)));
    assertThat(status.phase()).isEqualTo(Phase.QUEUED);
    assertThat(running(status)).isEqualTo("QuotaExceeded");
    assertThat(empty().recorded(status).decide(60)).isInstanceOf(Decision.CreateJob.class);
  }

  @Test
  void a_job_that_is_refused_for_as_long_as_it_may_wait_has_used_up_an_attempt() {
    World refused = refusedAt(0, empty().spec("execution: {startDeadlineSeconds: 90}"));

    World still = refusedAt(60, refused);
    World late = refusedAt(90, still);

    assertThat(still.recorded()).isEqualTo(refused.recorded());
    assertThat(Objects.requireNonNull(still.recorded()).nextAttemptTime())
        .isEqualTo(START.toString());
    assertThat(cluster.statuses()).as("one for each state").hasSize(2);
    LayoutJobStatus status = Objects.requireNonNull(late.recorded());
    assertThat(status.phase()).isEqualTo(Phase.PENDING);
    assertThat(status.attempts()).isEqualTo(2);
    assertThat(status.budget()).isEqualTo(new AttemptBudget(0, 1, 0));
    assertThat(Objects.requireNonNull(status.pastAttempts()))
        .extracting(PastAttempt::reason)
        .containsExactly("StartDeadlineExceeded");
    assertThat(running(status)).isEqualTo("BackingOff");
  }

  @Test
  void what_is_refused_is_looked_at_again_at_its_deadline() {
    World refused = refusedAt(0, empty().spec("execution: {startDeadlineSeconds: 90}"));
    cluster.answersCreation(NO_ROOM);

    assertThat(carryOutAt(60, refused)).isEqualTo(Next.within(Duration.ofSeconds(30)));
  }

  @Test
  void the_wait_of_an_attempt_is_not_that_of_the_one_before() {
    Ledger second = new Ledger(2, new AttemptBudget(0, 1, 0), START, null, List.of(), null);
    World waited =
        empty()
            .spec("execution: {startDeadlineSeconds: 90}")
            .recorded(
                new StatusBuilder(empty().snapshot().description(), null, START)
                    .build(
                        new JobState.Pending(Reason.WaitingForPreviousAttempt, "not ended"),
                        second));

    LayoutJobStatus status = Objects.requireNonNull(refusedAt(1000, waited).recorded());

    assertThat(running(status)).isEqualTo("QuotaExceeded");
    assertThat(status.nextAttemptTime()).isEqualTo(START.plusSeconds(1000).toString());
  }

  /** The world after its Job was refused so many seconds after the start. */
  private World refusedAt(long seconds, World world) {
    cluster.answersCreation(NO_ROOM);
    int before = cluster.statuses().size();
    carryOutAt(seconds, world);
    return cluster.statuses().size() == before
        ? world
        : world.recorded(cluster.statuses().getLast());
  }

  private Next carryOutAt(long seconds, World world) {
    return new Action(
            cluster, new OperatorMetrics(registry), Timing.usual(), START.plusSeconds(seconds))
        .carryOut(world.decide(seconds), world.snapshot());
  }

  @Test
  void the_time_until_its_turn_does_not_count_as_time_that_it_takes_to_start() {
    cluster.answersCreation(new Creation.NoTurn(10));
    World job = empty().spec("execution: {startDeadlineSeconds: 90}");
    carryOutAt(0, job);
    World waiting = job.recorded(cluster.statuses().getLast());
    carryOutAt(3_600, waiting);
    assertThat(cluster.statuses()).as("nothing new after an hour").hasSize(1);

    World refused = refusedAt(3_600, waiting);
    World late = refusedAt(3_690, refused);

    assertThat(running(Objects.requireNonNull(refused.recorded()))).isEqualTo("QuotaExceeded");
    assertThat(Objects.requireNonNull(late.recorded()).attempts()).isEqualTo(2);
  }

  @Test
  void a_right_that_is_missing_is_told_and_tried_again() {
    Next next = create(new Creation.NotNow("jobs.batch is forbidden"));

    assertThat(next).isEqualTo(Next.within(Duration.ofSeconds(10)));
    assertThat(running(cluster.statuses().getFirst())).isEqualTo("JobRefused");
    assertThat(cluster.announcements()).isEmpty();
  }

  @Test
  void an_attempt_is_stopped_without_a_write() {
    RunnerJob job = new RunnerJob("flat-1", "uid", START, false, START, Counted.NONE, null, null);

    assertThat(carryOut(new Decision.StopJob(job), empty()))
        .isEqualTo(Next.within(Duration.ofSeconds(10)));
    assertThat(cluster.effects).containsExactly("stop flat-1");
  }

  @Test
  void a_job_that_has_outlived_its_time_is_deleted() {
    carryOut(new Decision.Delete(), empty());

    assertThat(cluster.effects).containsExactly("delete the LayoutJob");
  }

  @Test
  void an_end_is_acknowledged_for_the_spec_as_it_is_now() {
    World failed = empty().recorded(FAILED);
    LayoutJobStatus before = Objects.requireNonNull(failed.recorded());

    Next next = carryOut(new Decision.Acknowledge(), changed(failed));

    LayoutJobStatus after = cluster.statuses().getFirst();
    assertThat(next).isEqualTo(Next.atOnce());
    assertThat(after.observedGeneration()).isEqualTo(2);
    assertThat(after.conditions())
        .isNotNull()
        .allSatisfy(condition -> assertThat(condition.observedGeneration()).isEqualTo(2));
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*observedGeneration")
        .isEqualTo(before);
    assertThat(cluster.announcements()).isEmpty();
  }

  private static World changed(World world) {
    return new World(
        world.spec(),
        2,
        world.recorded(),
        world.attempts(),
        1,
        world.results(),
        null,
        world.sight());
  }

  /** With the status as the operator writes it, hash of the input and all. */
  private static World asWritten(World world) {
    LayoutJobStatus status =
        new StatusBuilder(world.snapshot().description(), world.recorded(), START)
            .build(RUNNING, Ledger.of(world.recorded()));
    return world.recorded(status);
  }

  private Failure failure() {
    return Objects.requireNonNull(cluster.statuses().getLast().failure());
  }

  private static String running(LayoutJobStatus status) {
    return Objects.requireNonNull(status.conditions()).stream()
        .filter(condition -> condition.type().equals("Running"))
        .findFirst()
        .orElseThrow()
        .reason();
  }

  private Next create(Creation answer) {
    cluster.answersCreation(answer);
    return carryOut(empty().decide(0), empty());
  }

  private Next report(JobState state) {
    return carryOut(new Decision.Report(state, Ledger.fresh(0), Duration.ZERO), empty());
  }

  private Next carryOut(Decision decision, World world) {
    return new Action(cluster, new OperatorMetrics(registry), Timing.usual(), START)
        .carryOut(decision, world.snapshot());
  }
}
