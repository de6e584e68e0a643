package dev.groma.bridge.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.bridge.queue.QueueException;
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
    Deletions deletions =
        new Deletions(
            new FakeQueue() {
              @Override
              public Set<String> delete(List<String> receiptHandles) {
                batches.add(receiptHandles.size());
                return Set.of();
              }
            });
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
            });
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
            });
    CompletableFuture<Boolean> deleted = deletions.delete("m-0");
    start(deletions);

    assertThat(deleted.join()).isTrue();
  }

  private void start(Deletions deletions) {
    thread = Thread.ofVirtual().start(deletions);
  }
}
