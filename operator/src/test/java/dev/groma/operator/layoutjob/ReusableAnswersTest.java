package dev.groma.operator.layoutjob;

import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.JobIdentity;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.JobState.RecordedAnswer;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.StatusBuilder;
import dev.groma.api.status.StatusBuilder.JobDescription;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Reusable;
import dev.groma.operator.life.World;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which answers of other jobs are found. */
class ReusableAnswersTest {

  private static final String WANTS_ONE = "reuse: {policy: IfSameInput}";

  private final List<LayoutJob> jobs = new ArrayList<>();

  @Test
  void the_newest_answer_of_the_same_question_is_found() {
    jobs.add(job("older", "plans", "", succeeded(START)));
    jobs.add(job("newest", "plans", "", succeeded(START.plusSeconds(9))));
    jobs.add(job("old", "plans", "", succeeded(START.plusSeconds(5))));

    Reusable found = find(WANTS_ONE);

    assertThat(found).isNotNull();
    assertThat(found.answer().reusedFrom()).isEqualTo(new JobIdentity("newest", "uid-newest"));
    assertThat(found.completedAt()).isEqualTo(START.plusSeconds(9));
  }

  @Test
  void a_question_is_the_same_whatever_else_the_spec_says() {
    jobs.add(
        job("a", "plans", "correlationId: other\nexecution: {maxAttempts: 1}", succeeded(START)));

    assertThat(find(WANTS_ONE)).isNotNull();
  }

  @Test
  void another_seed_is_another_question() {
    jobs.add(job("a", "plans", "seed: 1", succeeded(START)));

    assertThat(find(WANTS_ONE)).isNull();
  }

  @Test
  void answers_stay_in_their_namespace() {
    jobs.add(job("a", "other", "", succeeded(START)));

    assertThat(find(WANTS_ONE)).isNull();
  }

  @Test
  void an_answer_that_was_itself_taken_over_is_no_source() {
    jobs.add(job("a", "plans", "", succeeded(START, new JobIdentity("b", "uid-b"))));

    assertThat(find(WANTS_ONE)).isNull();
  }

  @Test
  void a_failure_is_no_answer_and_neither_is_a_job_that_is_going() {
    jobs.add(job("a", "plans", "", new JobState.Failed(null, START, Reason.BadData, "ring 3", 65)));
    LayoutJob going = job("b", "plans", "", succeeded(START));
    going.getMetadata().setDeletionTimestamp(START.toString());
    jobs.add(going);

    assertThat(find(WANTS_ONE)).isNull();
  }

  @Test
  void a_job_that_wants_none_finds_none() {
    jobs.add(job("a", "plans", "", succeeded(START)));

    assertThat(find("")).isNull();
  }

  @Test
  void a_job_whose_runner_is_there_finds_none() {
    jobs.add(job("a", "plans", "", succeeded(START)));

    assertThat(answers().find(job("flat", "plans", WANTS_ONE, new JobState.Running(podA(1)))))
        .isNull();
  }

  private @Nullable Reusable find(String spec) {
    return answers().find(job("flat", "plans", spec, null));
  }

  private ReusableAnswers answers() {
    return new ReusableAnswers(new ListCache(jobs), World.DEFAULTS);
  }

  private static JobState succeeded(Instant at) {
    return succeeded(at, null);
  }

  private static JobState succeeded(Instant at, @Nullable JobIdentity reusedFrom) {
    return new JobState.Succeeded(
        podA(1),
        at,
        new RecordedAnswer(new Summary(null, null, null), "s3://plans/", List.of(), reusedFrom));
  }

  private static LayoutJob job(
      String name, String namespace, String spec, @Nullable JobState state) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(namespace)
            .withName(name)
            .withUid("uid-" + name)
            .build());
    job.setSpec(LayoutJobs.spec(spec));
    if (state != null) {
      job.setStatus(status(job, state));
    }
    return job;
  }

  private static LayoutJobStatus status(LayoutJob job, JobState state) {
    Order.Runnable order = (Order.Runnable) Order.of(job.getSpec(), World.DEFAULTS);
    return new StatusBuilder(new JobDescription("roomDetection", 1, order.inputHash()), null, START)
        .build(state, Ledger.fresh(0));
  }
}
