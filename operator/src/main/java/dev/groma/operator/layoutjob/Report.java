package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Runner;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.layoutjob.Cluster.Write;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Message;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.telemetry.OperatorMetrics;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records states: one write where something changed, none where nothing did. */
final class Report {

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);

  /** When to try again what the CRD refuses: another version of the CRD may take it. Chosen. */
  private static final Duration CRD_PATIENCE = Duration.ofMinutes(10);

  /** A change that made a write stale calls the operator by itself; this is in case it does not. */
  private static final Duration STALE_PATIENCE = Duration.ofSeconds(1);

  private final Cluster cluster;
  private final OperatorMetrics metrics;
  private final Instant now;

  Report(Cluster cluster, OperatorMetrics metrics, Instant now) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.now = now;
  }

  /** Records a state and, once that has succeeded, tells of it. */
  Next write(Decision.Report decision, Snapshot seen) {
    JobState state = decision.state();
    Ledger ledger = decision.ledger();
    LayoutJobStatus status =
        new StatusBuilder(seen.description(), seen.recorded(), now).build(state, ledger);
    if (status.equals(seen.recorded())) {
      return Next.within(decision.lookAgain());
    }
    return switch (cluster.writeStatus(status)) {
      case Write.Done done -> {
        written(state, ledger, seen);
        yield Next.within(decision.lookAgain());
      }
      case Write.Stale stale -> Next.within(STALE_PATIENCE);
      case Write.Refused(String words) -> refused(decision, words, seen);
      case Write.Gone gone -> Next.never();
    };
  }

  /** Records that an end is that of the spec as it is now. */
  Next acknowledge(Snapshot seen) {
    LayoutJobStatus recorded = seen.recorded();
    if (recorded == null) {
      throw new IllegalStateException("nothing is recorded that could be acknowledged");
    }
    return switch (cluster.writeStatus(
        StatusBuilder.about(seen.description().generation(), recorded))) {
      case Write.Done done -> Next.atOnce();
      case Write.Stale stale -> Next.within(STALE_PATIENCE);
      case Write.Refused(String words) -> misfit("the job is over", words);
      case Write.Gone gone -> Next.never();
    };
  }

  /** Tells people of an object that has to be left alone. */
  Next setAside(String why) {
    LOG.error("set aside, and untouched until it is replaced: {}", why);
    cluster.announce(
        new Announcement(true, "unreadable", Reason.Unreadable.name(), Message.of(why)));
    return Next.never();
  }

  private void written(JobState state, Ledger ledger, Snapshot seen) {
    metrics.recorded(state, ledger, seen);
    switch (state) {
      case JobState.Pending(Reason reason, String message) ->
          LOG.info("pending, {}: {}", reason, message);
      case JobState.Queued(Reason reason, String message, Runner runner) ->
          LOG.info("queued, {}: {}", reason, message);
      case JobState.Running(Runner runner) -> LOG.info("running in Pod {}", runner.podName());
      case JobState.Suspended suspended -> LOG.info("suspended");
      case JobState.Succeeded succeeded ->
          LOG.info("succeeded with {} artifacts", succeeded.answer().artifacts().size());
      case JobState.Failed failed -> LOG.info("failed, {}: {}", failed.reason(), failed.message());
      case JobState.Cancelled cancelled -> LOG.info("cancelled");
    }
    Announcements.of(state, ledger).ifPresent(cluster::announce);
  }

  /**
   * A runner can send numbers and names that the CRD has no place for; then that is what is
   * recorded. If even this is refused, the object itself does not fit the CRD.
   */
  private Next refused(Decision.Report decision, String words, Snapshot seen) {
    LOG.warn("the API server refuses the status: {}", words);
    return switch (decision.state()) {
      case JobState.Succeeded succeeded ->
          write(
              new Decision.Report(
                  new JobState.Failed(
                      succeeded.runner(),
                      succeeded.endedAt(),
                      Reason.RunnerProtocolError,
                      Message.of("the runner's result does not fit the CRD: " + words),
                      0),
                  decision.ledger(),
                  decision.lookAgain()),
              seen);
      case JobState.Failed failed -> misfit(failed.message(), words);
      case JobState.Pending(Reason reason, String message) -> misfit(message, words);
      case JobState.Queued(Reason reason, String message, Runner runner) -> misfit(message, words);
      case JobState.Running running -> misfit("the runner is at work", words);
      case JobState.Suspended suspended -> misfit("the job is suspended", words);
      case JobState.Cancelled cancelled -> misfit("the job is cancelled", words);
    };
  }

  private Next misfit(String message, String words) {
    setAside(message + "; the API server refuses to record it: " + words);
    return Next.within(CRD_PATIENCE);
  }
}
