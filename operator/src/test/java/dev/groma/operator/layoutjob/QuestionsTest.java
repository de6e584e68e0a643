package dev.groma.operator.layoutjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often the API server is asked what keeps attempts that are slow. */
class QuestionsTest {

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Questions questions = new Questions(now::get);

  @Test
  void a_few_jobs_may_all_ask_at_once() {
    assertThat(asked(Questions.BURST)).isEqualTo(Questions.BURST);
  }

  @Test
  void a_thousand_jobs_that_ask_at_once_are_told_to_come_back() {
    assertThat(asked(1_000)).isEqualTo(Questions.BURST);
  }

  @Test
  void each_period_allows_one_question_more() {
    asked(1_000);

    now.set(now.get().plus(Questions.PERIOD.multipliedBy(3)));

    assertThat(asked(1_000)).isEqualTo(3);
  }

  @Test
  void a_quiet_day_saves_up_no_more_than_one_burst() {
    now.set(now.get().plusSeconds(86_400));

    assertThat(asked(1_000)).isEqualTo(Questions.BURST);
  }

  private long asked(int times) {
    return IntStream.range(0, times).filter(i -> questions.mayAsk()).count();
  }
}
