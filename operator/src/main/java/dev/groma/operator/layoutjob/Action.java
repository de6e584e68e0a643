package dev.groma.operator.layoutjob;

import dev.groma.api.reason.Reason;
import dev.groma.operator.attempt.AttemptName;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.layoutjob.Cluster.Creation;
import dev.groma.operator.life.Decider;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.HeldBack;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.OperatorMetrics;
import java.time.Duration;
import java.time.Instant;

/** Carries out decisions about one LayoutJob at one moment. */
final class Action {

  private final Cluster cluster;
  private final Report report;
  private final Timing timing;
  private final Instant now;

  Action(Cluster cluster, OperatorMetrics metrics, Timing timing, Instant now) {
    this.cluster = cluster;
    this.report = new Report(cluster, metrics, now);
    this.timing = timing;
    this.now = now;
  }

  /** Carries a decision out and says when to look again. */
  Next carryOut(Decision decision, Snapshot seen) {
    return switch (decision) {
      case Decision.CreateJob create -> created(cluster.createJob(create), create, seen);
      case Decision.Report record -> report.write(record, seen);
      case Decision.Acknowledge acknowledge -> report.acknowledge(seen);
      case Decision.StopJob(RunnerJob job) -> {
        cluster.stopJob(job);
        yield Next.within(timing.patience());
      }
      case Decision.Delete delete -> {
        cluster.deleteLayoutJob();
        yield Next.within(timing.patience());
      }
      case Decision.Wait(Duration atMost) -> Next.within(atMost);
      case Decision.Rest rest -> Next.never();
      case Decision.SetAside(String why) -> report.setAside(why);
      case Decision.AskWhy later -> Next.within(timing.patience());
      case Decision.LookCloser(String why) ->
          throw new IllegalStateException("nothing closer to look at: " + why);
    };
  }

  private Next created(Creation creation, Decision.CreateJob create, Snapshot seen) {
    return switch (creation) {
      case Creation.Done done -> Next.within(timing.patience());
      case Creation.Going going -> Next.within(timing.patience());
      case Creation.NamespaceGoes goes -> Next.never();
      case Creation.NameTaken(String owner) ->
          never(
              create,
              seen,
              Reason.NameTaken,
              "the Job %s exists and belongs to %s; delete it, or submit this job under another name"
                  .formatted(jobName(create, seen), owner));
      case Creation.Refused(String words) ->
          never(
              create, seen, Reason.JobRefused, "the API server refuses the runner's Job: " + words);
      case Creation.NotNow(String words) ->
          report.write(new HeldBack(seen, create, timing, now).report(words), seen);
      case Creation.NoTurn(int atWork) ->
          report.write(new HeldBack(seen, create, timing, now).withoutTurn(atWork), seen);
    };
  }

  private static String jobName(Decision.CreateJob create, Snapshot seen) {
    return AttemptName.of(
        seen.reference().name(), seen.reference().uid(), create.ledger().attempt());
  }

  private Next never(Decision.CreateJob create, Snapshot seen, Reason reason, String message) {
    return report.write(
        new Decision.Report(Decider.neverRun(now, reason, message), create.ledger(), Duration.ZERO),
        seen);
  }
}
