package dev.groma.bridge.pump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final Trouble OUTAGE = new Trouble(Kind.UNREACHABLE, "connection refused");

  private final Breaker breaker = new Breaker(new Random(1));

  @Test
  void closed_it_lets_everything_through() {
    assertThat(breaker.mayTry(NOW)).isTrue();
    assertThat(breaker.mayTry(NOW)).isTrue();
    assertThat(breaker.trouble()).isEmpty();
  }

  @Test
  void open_it_lets_one_through_after_each_pause_and_no_pause_is_longer_than_30_s() {
    Instant now = NOW;
    for (int failures = 1; failures <= 20; failures++) {
      breaker.failed(OUTAGE, now);
      assertThat(breaker.mayTry(now)).isFalse();
      now = now.plusSeconds(30);
      assertThat(breaker.mayTry(now)).isTrue();
      assertThat(breaker.mayTry(now)).isFalse();
    }
  }

  @Test
  void pauses_grow() {
    for (int failures = 1; failures <= 5; failures++) {
      breaker.failed(OUTAGE, NOW);
    }

    assertThat(breaker.mayTry(NOW.plusSeconds(7))).isFalse();
    assertThat(breaker.mayTry(NOW.plusSeconds(16))).isTrue();
  }

  @Test
  void one_success_closes_it() {
    breaker.failed(OUTAGE, NOW);
    breaker.succeeded();

    assertThat(breaker.mayTry(NOW)).isTrue();
    assertThat(breaker.mayTry(NOW)).isTrue();
  }

  @Test
  void three_refusals_in_a_row_are_believed_and_a_success_begins_a_new_row() {
    for (int row = 0; row < 2; row++) {
      assertThat(breaker.believesDenial()).isTrue();
      assertThat(breaker.believesDenial()).isTrue();
      assertThat(breaker.believesDenial()).isTrue();
      assertThat(breaker.believesDenial()).isFalse();
      breaker.succeeded();
    }
  }

  @Test
  void it_says_how_long_to_wait_and_tells_when_the_trouble_is_over() {
    assertThat(breaker.untilTry(NOW)).isZero();
    breaker.failed(OUTAGE, NOW);
    CompletableFuture<Void> recovery = breaker.recovery();

    Duration pause = breaker.untilTry(NOW);
    assertThat(breaker.mayTry(NOW.plus(pause).minusNanos(1))).isFalse();
    assertThat(breaker.mayTry(NOW.plus(pause))).isTrue();

    assertThat(recovery).isNotDone();
    breaker.succeeded();
    assertThat(recovery).isDone();
    breaker.failed(OUTAGE, NOW);
    assertThat(breaker.recovery()).isNotDone();
  }
}
