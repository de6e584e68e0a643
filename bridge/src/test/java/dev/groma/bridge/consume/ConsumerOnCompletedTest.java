package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.Acknowledge;
import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.JobKey;
import dev.groma.cluster.await.Await;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consumer that keeps messages until their jobs have ended. */
class ConsumerOnCompletedTest {

  private final FakeQueue queue = new FakeQueue();
  private final FakeJobs jobs = new FakeJobs();
  private final Map<JobKey, CompletableFuture<Optional<JobEnd>>> ends = new ConcurrentHashMap<>();
  private final Consumer consumer =
      TestConsumers.of(
          queue,
          jobs,
          Acknowledge.OnCompleted,
          key -> ends.computeIfAbsent(key, job -> new CompletableFuture<>()));

  @AfterEach
  void stop() {
    consumer.stop(Duration.ofSeconds(20));
  }

  @Test
  void a_message_that_waits_for_its_job_is_settled_when_that_ends() {
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
    consumer.start();
    queue.waiting.add(FakeQueue.message("m-1", Instant.now()));
    Await.until("it to wait", () -> ends.containsKey(new JobKey("plans", "lj-m-1")));

    consumer.stop(Duration.ofHours(1));

    assertThat(queue.done).containsExactly("hide m-1 0", "close");
    assertThat(ends.values()).allMatch(CompletableFuture::isCancelled);
  }

  @Test
  void a_message_that_sqs_is_about_to_take_back_is_handed_back() {
    consumer.start();
    Instant longAgo = Instant.now().minus(Duration.ofHours(12));

    queue.waiting.add(FakeQueue.message("m-1", longAgo));

    Await.until("it to be handed back", () -> queue.done.contains("hide m-1 0"));
    assertThat(jobs.stored).contains("lj-m-1");
  }
}
