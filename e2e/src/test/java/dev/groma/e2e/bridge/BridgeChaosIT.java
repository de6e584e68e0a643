package dev.groma.e2e.bridge;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.Turns;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever breaks: every request has one job, none is lost, the queue is empty in the end, and the
 * dead letters are poison and nothing else.
 */
class BridgeChaosIT extends BridgeArenaTest {

  /** In the long mode 10,000 messages with duplicates and poison. */
  private static final int STREAM = Boolean.getBoolean("groma.chaos.long") ? 8_000 : 240;

  /** For that many, on a machine that has other things to do. */
  private static final Duration STREAM_LIMIT = Duration.ofMinutes(20);

  BridgeChaosIT() {
    // Each kill costs the messages in hand a receive, as it has to.
    super(1_000);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 of two bridges, six times, under a stream with duplicates and poison")
  void killed_again_and_again_under_a_stream_with_duplicates_and_poison(Finding finding) {
    Random random = new Random(8);
    Set<String> poison =
        IntStream.range(0, STREAM / 50)
            .mapToObj("{\"poison\": %d}"::formatted)
            .collect(Collectors.toSet());
    List<String> stream = new ArrayList<>(poison);
    for (int number = 0; number < STREAM; number++) {
      for (int copies = random.nextInt(4) == 0 ? 2 : 1; copies > 0; copies--) {
        stream.add(Requests.request(number));
      }
    }
    Collections.shuffle(stream, random);
    arena.sendAll(stream);
    arena.consume(
        "\"maxPendingJobs\": 100000, \"receive\": {\"visibilitySeconds\": 10, \"concurrency\": 5}");

    for (int kills = 0; kills < 6; kills++) {
      List<PackagedProgram> bridges = List.of(arena.launch(), arena.launch());
      long enough = Math.min(STREAM, arena.jobCount() + 1 + random.nextInt(STREAM / 8));
      Await.value(
          "some jobs; " + arena.logs(), STREAM_LIMIT, arena::jobCount, jobs -> jobs >= enough);
      bridges.forEach(PackagedProgram::kill);
    }
    arena.start();
    Await.value(
        "an empty queue; " + arena.logs(),
        STREAM_LIMIT,
        () -> arena.queues.depth(arena.queue),
        left -> left == 0);

    assertThat(arena.jobs()).hasSize(STREAM);
    assertThat(arena.jobsByKey())
        .hasSize(STREAM)
        .allSatisfy((key, jobs) -> assertThat(jobs).isEqualTo(1));
    // A kill between the letter and the deletion sends the letter twice.
    assertThat(
            arena.queues.drain(arena.deadLetters).stream()
                .map(letter -> letter.path("Body").asText())
                .collect(Collectors.toSet()))
        .isEqualTo(poison);
    finding.says(
        "%,d messages: %,d requests, %,d jobs, one for each; dead letters: the %d poisonous ones",
        stream.size(), STREAM, STREAM, poison.size());
  }

  @Test
  void an_answer_that_is_lost_makes_no_second_job() {
    arena.consume("");
    arena.start();
    try (Injection cut =
        arena.proxy.inject(
            writes("layoutjobs"), Turns.only(1), Fault.cut(Fault.Moment.AFTER_EFFECT))) {
      arena.send(Requests.request(1));
      cut.await();
      arena.awaitEmpty();
    }
    assertThat(arena.jobs()).hasSize(1);
  }

  @Test
  void asked_to_stop_it_finishes_what_is_in_hand_and_leaves_nothing_hidden() throws Exception {
    arena.consume("\"receive\": {\"concurrency\": 5, \"batchSize\": 5}");
    PackagedProgram bridge = arena.start();
    try (Injection _ =
        arena.proxy.inject(writes("layoutjobs"), Fault.delay(Duration.ofMillis(200)))) {
      arena.sendAll(IntStream.range(0, 100).mapToObj(Requests::request).toList());
      Await.until("some jobs", () -> arena.jobs().size() >= 10);
      bridge.terminate();
      assertThat(bridge.exit().get(70, TimeUnit.SECONDS)).isIn(0, 143);
    }
    int stored = arena.jobs().size();
    assertThat(stored).isLessThan(100);
    assertThat(arena.queues.hidden(arena.queue)).isZero();
    assertThat(arena.queues.depth(arena.queue)).isEqualTo(100 - stored);
    assertThat(bridge.log()).contains("bridge stopped").containsOnlyOnce("Polling http");

    arena.start();
    arena.awaitJobs(100);
    arena.awaitEmpty();
  }
}
