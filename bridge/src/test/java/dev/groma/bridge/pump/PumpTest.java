package dev.groma.bridge.pump;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.Trouble.Kind;
import dev.groma.bridge.pump.Pump.Step;
import dev.groma.bridge.pump.Pump.View;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PumpTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private final Pump pump = new Pump(10, 20, 500);
  private final Breaker breaker = new Breaker(new Random(1));

  @ParameterizedTest
  @CsvSource({"0, 0, 10", "10, 0, 10", "0, 497, 3", "10, 499, 1"})
  void it_receives_no_more_than_there_are_hands_and_room_for_jobs(
      int inHand, int pending, int most) {
    assertThat(next(inHand, pending)).isEqualTo(new Step.Receive(most));
  }

  @Test
  void it_waits_for_a_hand_when_all_are_full() {
    assertThat(next(20, 0)).isEqualTo(new Step.AwaitPermits(10));
  }

  @Test
  void it_waits_a_moment_for_half_of_the_hands_and_then_takes_what_there_are() {
    assertThat(next(16, 0)).isEqualTo(new Step.AwaitPermits(10));
    assertThat(new Pump(10, 10, 500).next(new View(false, false, 4, false, 0, breaker), NOW))
        .isEqualTo(new Step.Receive(6));
    assertThat(pump.next(new View(false, false, 16, true, 0, breaker), NOW))
        .isEqualTo(new Step.Receive(4));
    assertThat(pump.next(new View(false, false, 20, true, 0, breaker), NOW))
        .isEqualTo(new Step.AwaitPermits(1));
    assertThat(new Pump(10, 1, 500).next(new View(false, false, 0, false, 0, breaker), NOW))
        .isEqualTo(new Step.Receive(1));
  }

  @ParameterizedTest
  @CsvSource({"500", "501", "100000"})
  void messages_stay_in_the_queue_while_as_many_jobs_wait_as_may(int pending) {
    assertThat(why(next(0, pending))).isEqualTo(QueueReason.TooManyPendingJobs);
  }

  @Test
  void it_rests_while_a_person_wants_it_to() {
    Step step = pump.next(new View(false, true, 0, false, 0, breaker), NOW);

    assertThat(why(step)).isEqualTo(QueueReason.QueueSuspended);
  }

  @Test
  void it_stops_whatever_else_is_the_case() {
    breaker.failed(new Trouble(Kind.QUOTA, "-"), NOW);

    assertThat(pump.next(new View(true, true, 20, false, 500, breaker), NOW))
        .isEqualTo(new Step.Stop());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void it_does_not_receive_while_jobs_cannot_be_stored(Kind kind) {
    breaker.failed(new Trouble(kind, "-"), NOW);

    assertThat(why(next(0, 0))).isEqualTo(kind.reason());
  }

  @Test
  void after_a_while_one_message_finds_out_whether_they_can_again() {
    breaker.failed(new Trouble(Kind.UNREACHABLE, "-"), NOW);
    Instant later = NOW.plusSeconds(1);

    assertThat(pump.next(new View(false, false, 0, false, 0, breaker), later))
        .isEqualTo(new Step.Receive(1));
    assertThat(why(pump.next(new View(false, false, 0, false, 0, breaker), later)))
        .isEqualTo(QueueReason.ApiServerUnavailable);
  }

  @Test
  void no_further_message_is_taken_into_hand_in_an_outage() {
    breaker.failed(new Trouble(Kind.UNREACHABLE, "-"), NOW);

    assertThat(why(pump.next(new View(false, false, 1, false, 0, breaker), NOW.plusSeconds(3_600))))
        .isEqualTo(QueueReason.ApiServerUnavailable);
  }

  @Test
  void where_the_fault_may_be_the_messages_own_another_one_is_tried() {
    breaker.failed(new Trouble(Kind.FAULT, "-"), NOW);

    assertThat(pump.next(new View(false, false, 1, false, 0, breaker), NOW.plusSeconds(1)))
        .isEqualTo(new Step.Receive(1));
  }

  private Step next(int inHand, int pending) {
    return pump.next(new View(false, false, inHand, false, pending, breaker), NOW);
  }

  private static QueueReason why(Step step) {
    assertThat(step).isInstanceOf(Step.Rest.class);
    return ((Step.Rest) step).why();
  }
}
