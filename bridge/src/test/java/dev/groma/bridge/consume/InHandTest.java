package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.queue.QueueException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InHandTest {

  private static final Duration VISIBILITY = Duration.ofSeconds(300);
  private static final Duration HEARTBEAT = Duration.ofSeconds(45);

  private final FakeQueue queue = new FakeQueue();
  private final InHand hand = new InHand(FakeQueue.message("m-1"), HEARTBEAT);

  @Test
  void it_beats_every_heartbeat() {
    assertThat(hand.isDue(at(44))).isFalse();
    assertThat(hand.isDue(at(45))).isTrue();
    hand.beat(queue, VISIBILITY, HEARTBEAT, at(45));
    assertThat(hand.isDue(at(89))).isFalse();
    assertThat(hand.isDue(at(90))).isTrue();

    assertThat(queue.done).containsExactly("hide m-1 300");
  }

  @Test
  void no_beat_comes_after_the_settlement_has_begun() {
    hand.beginSettling();

    assertThat(hand.isDue(at(1_000))).isFalse();
    hand.beat(queue, VISIBILITY, HEARTBEAT, at(1_000));
    assertThat(queue.done).isEmpty();
  }

  @Test
  void a_message_that_is_not_ours_any_more_and_a_queue_that_is_away_are_no_errors() {
    FakeQueue spent =
        new FakeQueue() {
          @Override
          public boolean hide(String receiptHandle, Duration time) {
            return false;
          }
        };
    FakeQueue away =
        new FakeQueue() {
          @Override
          public boolean hide(String receiptHandle, Duration time) throws QueueException {
            throw failure();
          }
        };

    hand.beat(spent, VISIBILITY, HEARTBEAT, at(45));
    hand.beat(away, VISIBILITY, HEARTBEAT, at(90));

    assertThat(hand.isDue(at(134))).isFalse();
    assertThat(hand.isDue(at(135))).isTrue();
  }

  private static Instant at(long seconds) {
    return Instant.EPOCH.plusSeconds(seconds);
  }
}
