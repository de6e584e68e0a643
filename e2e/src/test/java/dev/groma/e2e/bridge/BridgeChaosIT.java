package dev.groma.e2e.bridge;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.faults.Turns;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever breaks: every request has one job, none is lost, the queue is empty in the end, and the
 * dead letters are poison and nothing else.
 */
@ClusterTest
class BridgeChaosIT {

  /** In the long mode, as many as issue 8 asks for. */
  private static final int STREAM = Boolean.getBoolean("groma.chaos.long") ? 8_000 : 240;

  /** For that many, on a machine that has other things to do. */
  private static final Duration STREAM_LIMIT = Duration.ofMinutes(20);

  private ControlPlane cluster;
  private BridgeArena arena;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    this.cluster = cluster;
    // Each kill costs the messages in hand a receive, as it has to.
    arena = new BridgeArena(cluster, namespace.name(), 1_000);
  }

  @AfterEach
  void end() {
    arena.close();
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
        stream.add(BridgeArena.request(number));
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
        () -> arena.depth(arena.queue),
        left -> left == 0);

    assertThat(arena.jobs()).hasSize(STREAM);
    assertThat(arena.jobsByKey())
        .hasSize(STREAM)
        .allSatisfy((key, jobs) -> assertThat(jobs).isEqualTo(1));
    // A kill between the letter and the deletion sends the letter twice.
    assertThat(
            arena.drain(arena.deadLetters).stream()
                .map(letter -> letter.path("Body").asText())
                .collect(Collectors.toSet()))
        .isEqualTo(poison);
    finding.says(
        "%,d messages: %,d requests, %,d jobs, one for each; dead letters: the %d poisonous ones",
        stream.size(), STREAM, STREAM, poison.size());
  }

  @ParameterizedTest
  @EnumSource(Fault.Moment.class)
  void killed_while_a_job_is_being_created(Fault.Moment moment) {
    arena.consume("\"receive\": {\"visibilitySeconds\": 10}");
    PackagedProgram bridge = arena.start();
    try (Injection hang =
        arena.proxy.inject(writes("layoutjobs"), Turns.only(1), Fault.withhold(moment))) {
      arena.send(BridgeArena.request(1));
      hang.await();
      bridge.kill();
    }
    arena.start();

    arena.awaitEmpty();
    assertThat(arena.jobs()).hasSize(1);
    assertThat(arena.drain(arena.deadLetters)).isEmpty();
  }

  @Test
  void an_answer_that_is_lost_makes_no_second_job() {
    arena.consume("");
    arena.start();
    try (Injection cut =
        arena.proxy.inject(
            writes("layoutjobs"), Turns.only(1), Fault.cut(Fault.Moment.AFTER_EFFECT))) {
      arena.send(BridgeArena.request(1));
      cut.await();
      arena.awaitEmpty();
    }
    assertThat(arena.jobs()).hasSize(1);
  }

  /** What an API server that is in trouble answers. */
  enum Outage {
    UNAVAILABLE(Fault.unavailable(), "ApiServerUnavailable"),
    TOO_MANY_REQUESTS(Fault.tooManyRequests(), "ApiServerUnavailable"),
    NO_CONNECTION(Fault.cut(Fault.Moment.BEFORE_EFFECT), "ApiServerUnavailable"),
    NO_SPACE(
        new Fault.Refuse(500, "InternalError", "etcdserver: mvcc: database space exceeded"),
        "ApiServerUnavailable"),
    NOT_ALLOWED(
        new Fault.Refuse(403, "Forbidden", "layoutjobs.groma.dev is forbidden: cannot create"),
        "JobsForbidden");

    final Fault fault;
    final String reason;

    Outage(Fault fault, String reason) {
      this.fault = fault;
      this.reason = reason;
    }
  }

  @ParameterizedTest
  @EnumSource(Outage.class)
  void an_outage_stops_the_receiving_and_costs_no_message_a_receive(Outage outage) {
    arena.consume(
        "\"receive\": {\"concurrency\": 4, \"visibilitySeconds\": 10},"
            + " \"heartbeatSeconds\": 3");
    PackagedProgram bridge = arena.start();
    try (Injection down = arena.proxy.inject(writes("layoutjobs"), outage.fault)) {
      arena.sendAll(IntStream.range(0, 30).mapToObj(BridgeArena::request).toList());
      arena.awaitReason(outage.reason);
      // Longer than messages are hidden: what is in hand stays there.
      Await.until("a few more tries", () -> down.struck().size() >= 5);
      assertThat(bridge.isLive()).isTrue();
    }

    arena.awaitJobs(30);
    arena.awaitEmpty();
    LayoutQueueStatus status =
        arena.awaitStatus("all counted", it -> it.accepted() != null && it.accepted() == 30);
    assertThat(status.received()).isEqualTo(30);
    assertThat(arena.drain(arena.deadLetters)).isEmpty();
    arena.awaitReason("Receiving");
  }

  @Test
  void a_fault_of_one_jobs_own_holds_up_no_other() {
    arena.consume("\"receive\": {\"concurrency\": 4}");
    arena.start();
    try (Injection _ =
        arena.proxy.inject(
            writes("layoutjobs").and(request -> request.body().contains("order-0")),
            Fault.internalError())) {
      arena.sendAll(IntStream.range(0, 20).mapToObj(BridgeArena::request).toList());
      arena.awaitJobs(19);
    }
    arena.awaitJobs(20);
    arena.awaitEmpty();
    assertThat(arena.drain(arena.deadLetters)).isEmpty();
  }

  @Test
  void a_full_namespace_holds_messages_back_and_takes_them_when_there_is_room() {
    quota("3");
    arena.consume("\"receive\": {\"concurrency\": 2}");
    arena.start();
    arena.sendAll(IntStream.range(0, 10).mapToObj(BridgeArena::request).toList());
    arena.awaitReason("JobQuotaExceeded");
    assertThat(arena.jobs()).hasSize(3);

    quota("100");

    arena.awaitJobs(10);
    arena.awaitEmpty();
    LayoutQueueStatus status =
        arena.awaitStatus("all counted", it -> it.accepted() != null && it.accepted() == 10);
    assertThat(status.received()).isEqualTo(10);
    assertThat(arena.drain(arena.deadLetters)).isEmpty();
  }

  @Test
  void one_job_that_admission_refuses_is_dead_and_a_policy_that_refuses_all_holds_them_back() {
    arena.consume("\"receive\": {\"concurrency\": 1, \"batchSize\": 1}");
    arena.start();
    Fault denial =
        new Fault.Refuse(
            422, "Invalid", "ValidatingAdmissionPolicy 'plans' denied request: no plans today");
    try (Injection _ =
        arena.proxy.inject(
            writes("layoutjobs").and(request -> request.body().contains("order-0")), denial)) {
      arena.sendAll(IntStream.range(0, 5).mapToObj(BridgeArena::request).toList());
      arena.awaitJobs(4);
      arena.awaitEmpty();
    }
    List<JsonNode> dead = arena.drain(arena.deadLetters);
    assertThat(dead)
        .extracting(it -> BridgeArena.attribute(it, "failureReason"))
        .containsExactly("JobRefused");
    assertThat(BridgeArena.attribute(dead.getFirst(), "failureDetail")).contains("no plans today");

    try (Injection _ = arena.proxy.inject(writes("layoutjobs"), denial)) {
      arena.sendAll(IntStream.range(10, 30).mapToObj(BridgeArena::request).toList());
      arena.awaitReason("JobsForbidden");
    }
    arena.awaitEmpty();
    assertThat(arena.drain(arena.deadLetters)).hasSize(3);
    assertThat(arena.jobs()).hasSize(4 + 17);
  }

  @Test
  void asked_to_stop_it_finishes_what_is_in_hand_and_leaves_nothing_hidden() throws Exception {
    arena.consume("\"receive\": {\"concurrency\": 5, \"batchSize\": 5}");
    PackagedProgram bridge = arena.start();
    try (Injection _ =
        arena.proxy.inject(writes("layoutjobs"), Fault.delay(Duration.ofMillis(200)))) {
      arena.sendAll(IntStream.range(0, 100).mapToObj(BridgeArena::request).toList());
      Await.until("some jobs", () -> arena.jobs().size() >= 10);
      bridge.terminate();
      assertThat(bridge.exit().get(70, TimeUnit.SECONDS)).isIn(0, 143);
    }
    int stored = arena.jobs().size();
    assertThat(stored).isLessThan(100);
    assertThat(arena.hidden(arena.queue)).isZero();
    assertThat(arena.depth(arena.queue)).isEqualTo(100 - stored);
    assertThat(bridge.log()).contains("bridge stopped");

    arena.start();
    arena.awaitJobs(100);
    arena.awaitEmpty();
  }

  @Test
  void an_outage_of_sqs_passes_and_the_bridge_lives_through_it() {
    // A call that is cut off may have messages on the way, which come back when their time is over.
    arena.consume("\"receive\": {\"visibilitySeconds\": 10}");
    PackagedProgram bridge = arena.start();
    arena.send(BridgeArena.request(0));
    arena.awaitJobs(1);
    arena.mq.freeze();
    arena.awaitReason("QueueUnreachable");
    assertThat(bridge.isLive()).isTrue();
    arena.mq.thaw();
    arena.sendAll(IntStream.range(1, 20).mapToObj(BridgeArena::request).toList());

    arena.awaitJobs(20);
    arena.awaitEmpty();
    arena.awaitReason("Receiving");
  }

  private void quota(String jobs) {
    ResourceQuota quota =
        new ResourceQuotaBuilder()
            .withNewMetadata()
            .withName("jobs")
            .withNamespace(arena.namespace)
            .endMetadata()
            .withNewSpec()
            .withHard(Map.of("count/layoutjobs.groma.dev", new Quantity(jobs)))
            .endSpec()
            .build();
    cluster.client().resource(quota).serverSideApply();
    Await.until(
        "the quota to count",
        () -> {
          ResourceQuota seen = cluster.client().resource(quota).get();
          return seen.getStatus() != null
              && seen.getStatus().getHard() != null
              && new Quantity(jobs)
                  .equals(seen.getStatus().getHard().get("count/layoutjobs.groma.dev"))
              && seen.getStatus().getUsed() != null
              && seen.getStatus().getUsed().containsKey("count/layoutjobs.groma.dev");
        });
  }
}
