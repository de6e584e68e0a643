package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.QueueReason;
import dev.groma.api.reason.RefusalReason;
import dev.groma.bridge.QueueSpecs;
import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.Trouble;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import dev.groma.bridge.store.Jobs;
import dev.groma.bridge.store.NewJob;
import dev.groma.bridge.store.Storing;
import dev.groma.bridge.store.Tombstones;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consumer between a queue and jobs that do as they are told. */
class ConsumerTest {

  private static final String DEAD = "https://sqs/dead";

  private final FakeQueue queue = new FakeQueue();
  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final CountDownLatch release = new CountDownLatch(1);
  private final Map<JobKey, CompletableFuture<Optional<JobEnd>>> ends = new ConcurrentHashMap<>();
  private Acknowledge acknowledge = Acknowledge.OnStored;
  private volatile boolean outage;
  private volatile boolean slow;
  private Consumer consumer = consumer(queue);

  @AfterEach
  void stop() {
    outage = false;
    release.countDown();
    consumer.stop(Duration.ofSeconds(20));
  }

  @Test
  void a_message_is_deleted_after_its_job_is_stored() {
    slow = true;
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-1"));
    Await.until("the message in hand", () -> consumer.inHand() == 1);
    assertThat(queue.done).isEmpty();

    release.countDown();

    Await.until("the deletion", () -> queue.done.contains("delete m-1"));
    assertThat(stored).contains("lj-m-1");
  }

  @Test
  void no_more_is_received_than_there_are_free_hands() {
    slow = true;
    for (int i = 0; i < 10; i++) {
      queue.waiting.add(FakeQueue.message("m-" + i));
    }
    consumer.start();

    Await.until("all hands full", () -> consumer.inHand() == 3);
    assertThat(queue.waiting).hasSize(7);
    assertThat(queue.asked).allMatch(most -> most <= 3);
    release.countDown();
    Await.until("all of them", () -> stored.size() == 10);
  }

  @Test
  void in_an_outage_messages_stay_in_hand_and_in_the_queue_and_it_goes_on_by_itself() {
    outage = true;
    consumer.start();
    for (int i = 0; i < 10; i++) {
      queue.waiting.add(FakeQueue.message("m-" + i));
    }
    Await.until("the trouble", consumer::isTroubled);
    assertThat(consumer.sight().reason()).isEqualTo(QueueReason.ApiServerUnavailable);

    outage = false;

    Await.until("all of them", () -> stored.size() == 10 && consumer.inHand() == 0);
    assertThat(queue.done).filteredOn(it -> it.startsWith("delete ")).hasSize(10);
    assertThat(queue.done).noneMatch(it -> it.startsWith("send ") || it.endsWith(" 0"));
    assertThat(consumer.counts().received()).isEqualTo(10);
  }

  @Test
  void asked_to_stop_it_hands_back_what_it_cannot_finish_and_deletes_what_it_has() {
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-done"));
    Await.until("the first", () -> queue.done.contains("delete m-done"));
    outage = true;
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
    assertThat(queue.done).containsExactly("send " + DEAD, "delete m-poison");
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

    Await.until("the message after all", () -> stored.contains("lj-m-1"));
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

    Await.until("all jobs of three hands", () -> stored.size() == 10);
    assertThat(consumer.inHand()).isEqualTo(10);
    mayDelete.countDown();
    Await.until("the deletions", () -> consumer.inHand() == 0);
    assertThat(slowToDelete.done).hasSize(10);
  }

  @Test
  void a_message_that_waits_for_its_job_is_settled_when_that_ends() {
    acknowledge = Acknowledge.OnCompleted;
    consumer = consumer(queue);
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-1", Instant.now()));
    JobKey job = new JobKey("plans", "lj-m-1");
    Await.until("it to wait", () -> ends.containsKey(job));
    assertThat(queue.done).isEmpty();

    ends.get(job).complete(Optional.of(new JobEnd(job, Phase.SUCCEEDED, "")));

    Await.until("the deletion", () -> queue.done.contains("delete m-1"));
  }

  @Test
  void asked_to_stop_it_hands_back_a_message_that_waits_for_its_job() {
    acknowledge = Acknowledge.OnCompleted;
    consumer = consumer(queue);
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-1", Instant.now()));
    Await.until("it to wait", () -> ends.containsKey(new JobKey("plans", "lj-m-1")));

    consumer.stop(Duration.ofHours(1));

    assertThat(queue.done).containsExactly("hide m-1 0", "close");
    assertThat(ends.values()).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void a_message_that_sqs_is_about_to_take_back_is_handed_back() {
    acknowledge = Acknowledge.OnCompleted;
    consumer = consumer(queue);
    consumer.start();
    Instant longAgo = Instant.now().minus(Duration.ofHours(12));

    queue.waiting.add(FakeQueue.message("m-1", longAgo));

    Await.until("it to be handed back", () -> queue.done.contains("hide m-1 0"));
    assertThat(stored).contains("lj-m-1");
  }

  private Consumer consumer(FakeQueue of) {
    LayoutQueueSpec spec =
        QueueSpecs.of(
            "receive: {waitSeconds: 0, visibilitySeconds: 300, batchSize: 10, concurrency: 3}\n"
                + "acknowledge: "
                + acknowledge);
    return new Consumer(
        "plans/jobs",
        spec,
        new Parts(
            of,
            received ->
                received.message().id().contains("poison")
                    ? new Interpreter.Meaning.Refused(RefusalReason.NotJson, "no JSON")
                    : new Interpreter.Meaning.Jobs(List.of(job(received.message().id()))),
            new Storing(
                new FakeJobs(), oldest -> new Nothing(Instant.now()), InstantSource.system()),
            key -> ends.computeIfAbsent(key, job -> new CompletableFuture<>()),
            false,
            () -> 0,
            new DeadLetters("test"),
            () -> DEAD,
            InstantSource.system(),
            new Random(1)));
  }

  private static NewJob job(String id) {
    LayoutJob job = new LayoutJob();
    job.setMetadata(new ObjectMetaBuilder().withNamespace("plans").withName("lj-" + id).build());
    return new NewJob(job, "ab".repeat(32));
  }

  private record Nothing(Instant at) implements Tombstones.Look {
    @Override
    public Optional<Boolean> isSameContent(JobKey job, String contentHash) {
      return Optional.empty();
    }
  }

  private final class FakeJobs implements Jobs {

    @Override
    public Answer create(NewJob job) throws TroubledException {
      if (slow) {
        try {
          release.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      if (outage) {
        throw new TroubledException(new Trouble(Trouble.Kind.UNREACHABLE, "away"));
      }
      stored.add(job.key().name());
      return new Answer.Created("uid");
    }

    @Override
    public Optional<String> contentHash(JobKey job) {
      return Optional.empty();
    }

    @Override
    public void delete(JobKey job, String uid) {}
  }
}
