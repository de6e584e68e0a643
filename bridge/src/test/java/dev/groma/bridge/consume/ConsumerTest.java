package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import dev.groma.cluster.await.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consumer between a queue and jobs that do as they are told. */
class ConsumerTest {

  private final FakeQueue queue = new FakeQueue();
  private final FakeJobs jobs = new FakeJobs();
  private Consumer consumer = consumer(queue);

  @AfterEach
  void stop() {
    jobs.outage = false;
    jobs.release.countDown();
    consumer.stop(Duration.ofSeconds(20));
  }

  @Test
  void a_message_is_deleted_after_its_job_is_stored() {
    jobs.slow = true;
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-1"));
    Await.until("the message in hand", () -> consumer.inHand() == 1);
    assertThat(queue.done).isEmpty();

    jobs.release.countDown();

    Await.until("the deletion", () -> queue.done.contains("delete m-1"));
    assertThat(jobs.stored).contains("lj-m-1");
  }

  @Test
  void no_more_is_received_than_there_are_free_hands() {
    jobs.slow = true;
    for (int i = 0; i < 10; i++) {
      queue.waiting.add(FakeQueue.message("m-" + i));
    }
    consumer.start();

    Await.until("all hands full", () -> consumer.inHand() == 3);
    assertThat(queue.waiting).hasSize(7);
    assertThat(queue.asked).allMatch(most -> most <= 3);
    jobs.release.countDown();
    Await.until("all of them", () -> jobs.stored.size() == 10);
  }

  @Test
  void in_an_outage_messages_stay_in_hand_and_in_the_queue_and_it_goes_on_by_itself() {
    jobs.outage = true;
    consumer.start();
    for (int i = 0; i < 10; i++) {
      queue.waiting.add(FakeQueue.message("m-" + i));
    }
    Await.until("the trouble", consumer::isTroubled);
    assertThat(consumer.sight().reason()).isEqualTo(QueueReason.ApiServerUnavailable);

    jobs.outage = false;

    Await.until("all of them", () -> jobs.stored.size() == 10 && consumer.inHand() == 0);
    assertThat(queue.done).filteredOn(it -> it.startsWith("delete ")).hasSize(10);
    assertThat(queue.done).noneMatch(it -> it.startsWith("send ") || it.endsWith(" 0"));
    assertThat(consumer.counts().received()).isEqualTo(10);
  }

  @Test
  void asked_to_stop_it_hands_back_what_it_cannot_finish_and_deletes_what_it_has() {
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-done"));
    Await.until("the first", () -> queue.done.contains("delete m-done"));
    jobs.outage = true;
    queue.waiting.add(FakeQueue.message("m-held"));
    Await.until("the trouble", consumer::isTroubled);

    consumer.stop(Duration.ofSeconds(20));

    assertThat(queue.done).first().isEqualTo("delete m-done");
    assertThat(queue.done).endsWith("hide m-held 0", "close");
    assertThat(consumer.inHand()).isZero();
  }

  @Test
  void what_is_refused_is_sent_to_the_dead_letters_and_then_deleted() {
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-poison"));

    Await.until("the deletion", () -> queue.done.contains("delete m-poison"));
    assertThat(queue.done).containsExactly("send " + TestConsumers.DEAD, "delete m-poison");
    assertThat(consumer.counts().deadLettered()).isEqualTo(1);
  }

  @Test
  void a_dead_letter_that_cannot_be_sent_is_not_deleted() {
    FakeQueue closed =
        new FakeQueue() {
          @Override
          public void send(Letter letter) throws QueueException {
            throw failure();
          }
        };
    consumer = consumer(closed);
    consumer.start();
    closed.waiting.add(FakeQueue.message("m-poison"));

    Await.until("it to be put off", () -> !closed.done.isEmpty());
    assertThat(closed.done.getFirst()).matches("hide m-poison [56]");
  }

  @Test
  void a_queue_that_is_away_is_asked_again_with_pauses() {
    FakeQueue away =
        new FakeQueue() {
          @Override
          public List<Received> receive(int most, Duration wait, Duration visibility)
              throws QueueException {
            if (asked.size() < 3) {
              asked.add(most);
              throw failure();
            }
            return super.receive(most, wait, visibility);
          }
        };
    consumer = consumer(away);
    away.waiting.add(FakeQueue.message("m-1"));
    consumer.start();

    Await.until("the message after all", () -> jobs.stored.contains("lj-m-1"));
    assertThat(consumer.sight().reason()).isEqualTo(QueueReason.Receiving);
  }

  @Test
  void a_hand_is_free_as_soon_as_its_job_is_stored() {
    CountDownLatch mayDelete = new CountDownLatch(1);
    FakeQueue slowToDelete =
        new FakeQueue() {
          @Override
          public Set<String> delete(List<String> receiptHandles) throws QueueException {
            try {
              mayDelete.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return super.delete(receiptHandles);
          }
        };
    consumer = consumer(slowToDelete);
    consumer.start();
    for (int i = 0; i < 10; i++) {
      slowToDelete.waiting.add(FakeQueue.message("m-" + i));
    }

    Await.until("all jobs of three hands", () -> jobs.stored.size() == 10);
    assertThat(consumer.inHand()).isEqualTo(10);
    mayDelete.countDown();
    Await.until("the deletions", () -> consumer.inHand() == 0);
    assertThat(slowToDelete.done).hasSize(10);
  }

  private Consumer consumer(FakeQueue of) {
    return TestConsumers.of(of, jobs, Acknowledge.OnStored, key -> new CompletableFuture<>());
  }
}
