package dev.groma.e2e.bridge;

import static dev.groma.cluster.faults.ApiRequests.writes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.await.Await;
import dev.groma.cluster.faults.ApiRequest;
import dev.groma.cluster.faults.Fault;
import dev.groma.cluster.faults.Fault.Moment;
import dev.groma.cluster.faults.Injection;
import dev.groma.cluster.packaged.PackagedProgram;
import dev.groma.e2e.reliability.Finding;
import dev.groma.e2e.reliability.Promise;
import dev.groma.e2e.reliability.Proof;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The bridge is killed at each step between the receive of a message and its deletion; a test each,
 * in the order of the steps. It is held at the step by a request that hangs.
 */
class BridgeKillIT extends BridgeArenaTest {

  private SqsProxy sqs;

  BridgeKillIT() {
    // A bridge that hangs for long on a busy machine receives the message again.
    super(10);
  }

  @BeforeEach
  void openProxy() {
    sqs = SqsProxy.start(arena.queues.mq());
    arena.consumeThrough(sqs, "\"receive\": {\"visibilitySeconds\": 10}");
  }

  @AfterEach
  void closeProxy() {
    sqs.close();
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 when SQS has given the message away, before it arrives (step 1 of 6)")
  void killed_after_the_receive_before_its_answer(Finding finding) {
    try (SqsProxy.Hang hang = sqs.hang("ReceiveMessage", Moment.AFTER_EFFECT)) {
      killAt(hang::await, 0, 1);
    }
    recover(finding);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 with the message in hand, before the ledger was looked at (step 2 of 6)")
  void killed_after_the_receive_before_the_look_into_the_ledger(Finding finding) {
    try (Injection hang =
        arena.proxy.inject(BridgeKillIT::looksIntoLedger, Fault.withhold(Moment.BEFORE_EFFECT))) {
      killAt(hang::await, 0, 1);
    }
    recover(finding);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 before the create reaches the API server (step 3 of 6)")
  void killed_before_the_create_reaches_the_api_server(Finding finding) {
    try (Injection hang =
        arena.proxy.inject(writes("layoutjobs"), Fault.withhold(Moment.BEFORE_EFFECT))) {
      killAt(hang::await, 0, 1);
    }
    recover(finding);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 when the job is stored, before the create is answered (step 4 of 6)")
  void killed_after_the_job_is_stored_before_the_creates_answer(Finding finding) {
    try (Injection hang =
        arena.proxy.inject(writes("layoutjobs"), Fault.withhold(Moment.AFTER_EFFECT))) {
      killAt(hang::await, 1, 1);
    }
    recover(finding);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 after the create's answer, before the deletion reaches SQS (step 5 of 6)")
  void killed_after_the_creates_answer_before_the_deletion_reaches_sqs(Finding finding) {
    try (SqsProxy.Hang hang = sqs.hang("DeleteMessageBatch", Moment.BEFORE_EFFECT)) {
      killAt(hang::await, 1, 1);
    }
    recover(finding);
  }

  @Proof(
      promise = Promise.ONE_JOB,
      fault = "kill -9 when SQS has deleted the message, before it says so (step 6 of 6)")
  void killed_after_the_deletion_before_its_answer(Finding finding) {
    try (SqsProxy.Hang hang = sqs.hang("DeleteMessageBatch", Moment.AFTER_EFFECT)) {
      killAt(hang::await, 1, 0);
    }
    recover(finding);
  }

  private static boolean looksIntoLedger(ApiRequest request) {
    return request.method().equals("GET")
        && request.resource().equals("configmaps")
        && request.query().contains("ledger");
  }

  /**
   * Kills a bridge that hangs with the only message.
   *
   * @param hung returns when it hangs
   * @param jobs that are stored then
   * @param messages that are in the queue then, all of them received
   */
  private void killAt(Runnable hung, int jobs, long messages) {
    arena.send(Requests.request(1));
    PackagedProgram bridge = arena.launch();
    hung.run();
    Await.until(
        "the message in the bridge's hands; " + arena.logs(),
        () -> arena.queues.hidden(arena.queue) == messages);
    assertThat(arena.queues.depth(arena.queue)).isEqualTo(messages);
    assertThat(arena.jobs()).hasSize(jobs);
    bridge.kill();
  }

  private void recover(Finding finding) {
    arena.start();
    arena.send(Requests.request(2));
    arena.awaitJobs(2);
    arena.awaitEmpty();

    assertThat(arena.jobsByKey()).isEqualTo(Map.of("order-1", 1, "order-2", 1));
    assertThat(arena.queues.depth(arena.deadLetters)).isZero();
    finding.says("one job; the queue is empty, and there is no dead letter");
  }
}
