package dev.groma.operator.life;

import static dev.groma.operator.life.Pods.ENDED;
import static dev.groma.operator.life.Pods.STARTED;
import static dev.groma.operator.life.World.DEFAULTS;
import static dev.groma.operator.life.World.FLAT;
import static dev.groma.operator.life.World.START;
import static dev.groma.operator.life.World.podA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.AttemptBudget;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.operator.LayoutJobs;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an attempt without an answer costs, and what comes next. */
class RetryPolicyTest {

  private static final Instant NOW = START.plusSeconds(6);

  @ParameterizedTest(name = "{0} after {1} failures and {2} disruptions: {3}")
  @CsvSource({
    // what                 failures disruptions  then       failures disruptions
    "BadData,                     0,     0,     failed,        0,     0",
    "RunnerProtocolError,         0,     0,     failed,        0,     0",
    "EngineTimeout,               4,     0,     failed,        4,     0",
    "TransientFailure,            0,     0,     tried again,   1,     0",
    "TransientFailure,            3,     9,     tried again,   4,     9",
    "TransientFailure,            4,     0,     failed,        5,     0",
    "StartDeadlineExceeded,       4,     0,     failed,        5,     0",
    "OutOfMemory,                 0,     0,     tried again,   1,     0",
    "OutOfMemory,                 4,     0,     failed,        5,     0",
    "Evicted,                     0,     0,     tried again,   0,     1",
    "Disrupted,                   4,     9,     tried again,   4,    10",
    "NodeLost,                    0,    10,     failed,        0,    11",
    "RunnerGone,                  0,     0,     tried again,   0,     1",
    "Stopped,                     0,     0,     tried again,   0,     1",
  })
  void counts(
      Reason reason, int failures, int disruptions, String then, int failed, int disrupted) {
    RetryPolicy.Verdict verdict =
        verdict("", ledger(new AttemptBudget(0, failures, disruptions), null), reason);

    assertThat(verdict.state() instanceof JobState.Failed ? "failed" : "tried again")
        .isEqualTo(then);
    assertThat(verdict.ledger().budget()).isEqualTo(new AttemptBudget(0, failed, disrupted));
  }

  @ParameterizedTest(name = "{0}, had {1}: {2}")
  @CsvSource({
    // resources of the spec                                       had    next
    "'',                                                           ,      2Gi",
    "'',                                                           2Gi,   4Gi",
    "'',                                                           6Gi,   8Gi",
    "'',                                                           8Gi,   failed",
    "'{limits: {memory: 512Mi}}',                                  ,      1Gi",
    "'{requests: {memory: 300Mi}}',                                ,      600Mi",
    "'{limits: {memory: 1Gi}, outOfMemory: {factor: 1.5}}',        ,      1536Mi",
    "'{limits: {memory: 1Gi}, outOfMemory: {factor: 1}}',          ,      failed",
    "'{limits: {memory: 1Gi}, outOfMemory: {limit: 1500M}}',       ,      1431Mi",
    "'{limits: {memory: 2Gi}, outOfMemory: {limit: 1Gi}}',         ,      failed",
    "'{limits: {memory: 16Gi}}',                                   ,      failed",
  })
  void memory_rises_by_the_factor_up_to_the_limit(
      String resources, @Nullable String had, String next) {
    RetryPolicy.Verdict verdict =
        verdict(
            resources.isEmpty() ? "" : "execution: {resources: %s}".formatted(resources),
            ledger(AttemptBudget.unused(0), had),
            Reason.OutOfMemory);

    assertThat(verdict.state() instanceof JobState.Failed ? "failed" : verdict.ledger().memory())
        .isEqualTo(next);
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"TransientFailure", "Evicted"})
  void memory_that_was_raised_stays_so(Reason reason) {
    assertThat(verdict("", ledger(AttemptBudget.unused(0), "4Gi"), reason).ledger().memory())
        .isEqualTo("4Gi");
  }

  @Test
  void the_next_attempt_is_recorded_with_the_end_of_the_one_before() {
    Ledger next = verdict("", ledger(AttemptBudget.unused(0), null), Reason.Evicted).ledger();

    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.startedAt()).isEqualTo(STARTED);
    assertThat(next.past())
        .containsExactly(
            new PastAttempt(1, "Evicted", "node-1", STARTED.toString(), ENDED.toString(), 75));
  }

  @Test
  void only_the_newest_ten_are_remembered() {
    Ledger ledger = ledger(AttemptBudget.unused(0), null);
    for (int i = 0; i < 15; i++) {
      ledger = verdict("execution: {maxAttempts: 100}", ledger, Reason.TransientFailure).ledger();
    }

    assertThat(ledger.past())
        .hasSize(LayoutJobStatus.PAST_ATTEMPTS_MAX)
        .extracting(PastAttempt::attempt)
        .startsWith(6)
        .endsWith(15);
  }

  @Test
  void the_wait_is_the_backoff_from_now() {
    Ledger next =
        verdict("", ledger(new AttemptBudget(0, 2, 0), null), Reason.TransientFailure).ledger();

    assertThat(Objects.requireNonNull(next.notBefore()))
        .isBetween(NOW.minusSeconds(1), NOW.plus(Backoffs.before(FLAT.uid(), 2, 3, policy(""))));
  }

  @Test
  void the_message_says_what_happened_and_what_comes() {
    RetryPolicy.Verdict again =
        verdict("", ledger(AttemptBudget.unused(0), null), Reason.TransientFailure);
    RetryPolicy.Verdict last =
        verdict("", ledger(new AttemptBudget(0, 4, 0), null), Reason.TransientFailure);
    RetryPolicy.Verdict full =
        verdict("", ledger(AttemptBudget.unused(0), "8Gi"), Reason.OutOfMemory);
    RetryPolicy.Verdict taken =
        verdict("", ledger(new AttemptBudget(0, 0, 10), null), Reason.NodeLost);

    assertThat(message(again))
        .startsWith("attempt 1 ended with TransientFailure: because; attempt 2 begins at 2026-");
    assertThat(message(last))
        .isEqualTo("because; all 5 attempts of spec.execution.maxAttempts have failed");
    assertThat(message(full))
        .isEqualTo(
            "because; it had 8Gi, and 8Gi is the most that spec.execution.resources.outOfMemory"
                + " allows");
    assertThat(message(taken)).isEqualTo("because; the cluster has taken 11 attempts away");
  }

  private static String message(RetryPolicy.Verdict verdict) {
    return switch (verdict.state()) {
      case JobState.Pending pending -> pending.message();
      case JobState.Failed failed -> failed.message();
      default -> throw new IllegalArgumentException(verdict.toString());
    };
  }

  private static Ledger ledger(AttemptBudget budget, @Nullable String memory) {
    return new Ledger(1, budget, null, memory, List.of(), null);
  }

  private static RetryPolicy.Verdict verdict(String spec, Ledger before, Reason reason) {
    Ended.Without end = new Ended.Without(STARTED, ENDED, reason, "because", 75);
    return new RetryPolicy(FLAT.uid(), policy(spec), NOW).after(before, end, podA(1));
  }

  private static ExecutionPolicy policy(String spec) {
    return ExecutionPolicy.of(LayoutJobs.spec(spec).execution(), DEFAULTS);
  }
}
