package dev.groma.e2e.bridge;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.packaged.PackagedProgram;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API server, a quota, admission or SQS says no for a while: no message is lost or dead. */
class BridgeOutageIT extends BridgeArenaTest {

  BridgeOutageIT() {
    // A fault of one job's own costs its message a receive each time.
    super(1_000);
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
      arena.sendAll(IntStream.range(0, 30).mapToObj(Requests::request).toList());
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
    assertThat(arena.queues.drain(arena.deadLetters)).isEmpty();
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
      arena.sendAll(IntStream.range(0, 20).mapToObj(Requests::request).toList());
      arena.awaitJobs(19);
    }
    arena.awaitJobs(20);
    arena.awaitEmpty();
    assertThat(arena.queues.drain(arena.deadLetters)).isEmpty();
  }

  @Test
  void a_full_namespace_holds_messages_back_and_takes_them_when_there_is_room() {
    quota("3");
    arena.consume("\"receive\": {\"concurrency\": 2}");
    arena.start();
    arena.sendAll(IntStream.range(0, 10).mapToObj(Requests::request).toList());
    arena.awaitReason("JobQuotaExceeded");
    assertThat(arena.jobs()).hasSize(3);

    quota("100");

    arena.awaitJobs(10);
    arena.awaitEmpty();
    LayoutQueueStatus status =
        arena.awaitStatus("all counted", it -> it.accepted() != null && it.accepted() == 10);
    assertThat(status.received()).isEqualTo(10);
    assertThat(arena.queues.drain(arena.deadLetters)).isEmpty();
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
      arena.sendAll(IntStream.range(0, 5).mapToObj(Requests::request).toList());
      arena.awaitJobs(4);
      arena.awaitEmpty();
    }
    List<JsonNode> dead = arena.queues.drain(arena.deadLetters);
    assertThat(dead)
        .extracting(it -> Queues.attribute(it, "failureReason"))
        .containsExactly("JobRefused");
    assertThat(Queues.attribute(dead.getFirst(), "failureDetail")).contains("no plans today");

    try (Injection _ = arena.proxy.inject(writes("layoutjobs"), denial)) {
      arena.sendAll(IntStream.range(10, 30).mapToObj(Requests::request).toList());
      arena.awaitReason("JobsForbidden");
    }
    arena.awaitEmpty();
    assertThat(arena.queues.drain(arena.deadLetters)).hasSize(3);
    assertThat(arena.jobs()).hasSize(4 + 17);
  }

  @Test
  void an_outage_of_sqs_passes_and_the_bridge_lives_through_it() {
    // A call that is cut off may have messages on the way, which come back when their time is over.
    arena.consume("\"receive\": {\"visibilitySeconds\": 10}");
    PackagedProgram bridge = arena.start();
    arena.send(Requests.request(0));
    arena.awaitJobs(1);
    arena.queues.mq().freeze();
    arena.awaitReason("QueueUnreachable");
    assertThat(bridge.isLive()).isTrue();
    arena.queues.mq().thaw();
    arena.sendAll(IntStream.range(1, 20).mapToObj(Requests::request).toList());

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
    arena.cluster.client().resource(quota).serverSideApply();
    Await.until(
        "the quota to count",
        () -> {
          ResourceQuota seen = arena.cluster.client().resource(quota).get();
          return seen.getStatus() != null
              && seen.getStatus().getHard() != null
              && new Quantity(jobs)
                  .equals(seen.getStatus().getHard().get("count/layoutjobs.groma.dev"))
              && seen.getStatus().getUsed() != null
              && seen.getStatus().getUsed().containsKey("count/layoutjobs.groma.dev");
        });
  }
}
