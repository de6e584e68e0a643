package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.operator.layoutjob.Cluster.Creation;
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
    this.report = new Report(cluster, metrics, timing, now);
    this.timing = timing;
    this.now = now;
  }

  /** Carries a decision out and says when to look again. */
  Next carryOut(Decision decision, Snapshot seen) {
    return switch (decision) {
      case Decision.CreateJob create -> created(cluster.createJob(create), create.attempt(), seen);
      case Decision.Report(JobState state) -> report.write(state, seen);
      case Decision.Wait(Duration atMost) -> Next.within(atMost);
      case Decision.Ignore ignore -> Next.never();
      case Decision.SetAside(String why) -> report.setAside(why);
      case Decision.LookCloser(String why) ->
          throw new IllegalStateException("nothing closer to look at: " + why);
    };
  }

  private Next created(Creation creation, int attempt, Snapshot seen) {
    return switch (creation) {
      case Creation.Done done -> Next.within(timing.patience());
      case Creation.NameTaken(String owner) ->
          never(
              seen,
              Reason.NameTaken,
              "the Job %s exists and belongs to %s; delete it, or submit this job under another name"
                  .formatted(AttemptDecider.jobName(seen.reference()), owner));
      case Creation.Refused(String words) ->
          never(seen, Reason.JobRefused, "the API server refuses the runner's Job: " + words);
      case Creation.NotNow(String words) ->
          report.write(
              new JobState.Queued(
                  Reason.JobRefused,
                  Message.of("the API server does not take the runner's Job now: " + words),
                  new Runner(null, null, null, attempt)),
              seen);
    };
  }

  private Next never(Snapshot seen, Reason reason, String message) {
    return report.write(Decider.neverRun(now, reason, message), seen);
  }
}
