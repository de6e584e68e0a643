package dev.groma.operator.layoutjob;

import static dev.groma.cluster.scripted.Steps.run;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.audit.AuditQuery;
import dev.groma.cluster.operator.OperatorRights;
import dev.groma.cluster.scripted.PodMatchers;
import dev.groma.cluster.scripted.ScriptedPods;
import dev.groma.cluster.scripted.Step;
import dev.groma.cluster.scripted.Steps;
import dev.groma.operator.LastWords;
import dev.groma.operator.LayoutJobs;
import dev.groma.operator.TestOperator;
import dev.groma.operator.life.Timing;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A namespace with a node double, whose Pods run until they are told, and the operator. */
final class OperatorFixture implements AutoCloseable {

  final ControlPlane cluster;
  final String namespace;
  final ScriptedPods pods;
  final LayoutJobs jobs;

  /** Patient enough for any machine; a test of impatience sets its own before the start. */
  Timing timing =
      new Timing(
          Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ZERO);

  /** As many as there are; a test of turns sets its own before the start. */
  Turns turns = Turns.unbounded();

  private @Nullable TestOperator operator;

  OperatorFixture(ControlPlane cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.pods = ScriptedPods.start(cluster, namespace);
    this.jobs = new LayoutJobs(cluster.client(), namespace);
    pods.otherwise().then(run());
  }

  static OperatorFixture start(ControlPlane cluster, String namespace) {
    OperatorFixture started = new OperatorFixture(cluster, namespace);
    started.startOperator();
    return started;
  }

  TestOperator startOperator() {
    TestOperator started = TestOperator.start(cluster, namespace, timing, turns);
    operator = started;
    return started;
  }

  void stopOperator() {
    if (operator != null) {
      operator.close();
    }
    operator = null;
  }

  /** Lets the running attempt of a LayoutJob succeed, with its artifacts stored. */
  void succeed(LayoutJob job, int attempt) {
    jobs.storeResult(job, attempt);
    tell(job, attempt, Steps.succeed(LastWords.success(job.getMetadata().getUid(), attempt)));
  }

  /** Tells the Pod of an attempt what happens to it next. */
  void tell(LayoutJob job, int attempt, Step... steps) {
    pods.now(PodMatchers.ofJob(jobs.awaitJob(job, attempt).getMetadata().getName())).then(steps);
  }

  /** What the operator has asked the API server for. */
  AuditQuery requests() {
    return cluster.auditLog().requests().byUser(OperatorRights.productionUser(namespace));
  }

  @Override
  public void close() {
    stopOperator();
    pods.close();
  }
}
