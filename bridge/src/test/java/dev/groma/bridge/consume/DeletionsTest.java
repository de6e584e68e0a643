package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.queue.QueueException;
import dev.groma.cluster.await.Await;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeletionsTest {

  private Thread thread = Thread.currentThread();

  @AfterEach
  void stop() {
    thread.interrupt();
  }

  @Test
  void what_gathers_is_deleted_ten_at_a_time() {
    List<Integer> batches = new CopyOnWriteArrayList<>();
    Deletions deletions = new Deletions(counting(batches), Deletions.MOMENT);
    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, 25).mapToObj(it -> deletions.delete("m-" + it)).toList();
    start(deletions);

    assertThat(all).allMatch(CompletableFuture::join);
    assertThat(batches).containsExactly(10, 10, 5);
  }

  @Test
  void only_what_failed_is_tried_again_and_after_three_tries_left_at_that() {
    List<List<String>> tries = new CopyOnWriteArrayList<>();
    Deletions deletions =
        new Deletions(
            new FakeQueue() {
              @Override
              public Set<String> delete(List<String> receiptHandles) {
                tries.add(receiptHandles);
                return Set.of("m-1");
              }
            },
            Deletions.MOMENT);
    CompletableFuture<Boolean> good = deletions.delete("m-0");
    CompletableFuture<Boolean> bad = deletions.delete("m-1");
    start(deletions);

    assertThat(good.join()).isTrue();
    assertThat(bad.join()).isFalse();
    assertThat(tries).containsExactly(List.of("m-0", "m-1"), List.of("m-1"), List.of("m-1"));
  }

  @Test
  void a_call_that_fails_as_a_whole_is_made_again() {
    Set<String> failedOnce = ConcurrentHashMap.newKeySet();
    Deletions deletions =
        new Deletions(
            new FakeQueue() {
              @Override
              public Set<String> delete(List<String> receiptHandles) throws QueueException {
                if (failedOnce.addAll(receiptHandles)) {
                  throw failure();
                }
                return Set.of();
              }
            },
            Deletions.MOMENT);
    CompletableFuture<Boolean> deleted = deletions.delete("m-0");
    start(deletions);

    assertThat(deleted.join()).isTrue();
  }

  @Test
  void a_full_batch_waits_for_nobody_and_the_first_for_others() {
    List<Integer> batches = new CopyOnWriteArrayList<>();
    Deletions deletions = new Deletions(counting(batches), Duration.ofHours(1));
    start(deletions);

    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, 10).mapToObj(it -> deletions.delete("m-" + it)).toList();

    assertThat(all).allMatch(CompletableFuture::join);
    assertThat(batches).containsExactly(10);
  }

  @Test
  void whoever_comes_when_too_many_wait_waits_as_well() {
    FakeQueue queue = new FakeQueue();
    Deletions deletions = new Deletions(queue, Deletions.MOMENT);
    IntStream.range(0, 100).forEach(it -> deletions.delete("m-" + it));
    Thread another = Thread.ofPlatform().start(() -> deletions.delete("m-last"));
    Await.until("it to wait", () -> another.getState() == Thread.State.WAITING);

    start(deletions);

    Await.until("its turn", () -> queue.done.contains("delete m-last"));
  }

  @Test
  void whoever_comes_after_the_end_is_told_that_the_message_stays() throws InterruptedException {
    Deletions deletions = new Deletions(new FakeQueue(), Deletions.MOMENT);
    start(deletions);
    thread.interrupt();
    thread.join();

    assertThat(deletions.delete("m-late").join()).isFalse();
  }

  /** A queue that writes down how many messages each call deletes. */
  private static FakeQueue counting(List<Integer> batches) {
    return new FakeQueue() {
      @Override
      public Set<String> delete(List<String> receiptHandles) {
        batches.add(receiptHandles.size());
        return Set.of();
      }
    };
  }

  private void start(Deletions deletions) {
    thread = Thread.ofVirtual().start(deletions);
  }
}
