package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.StatusBuilder;
import dev.groma.operator.layoutjob.Cluster.Announcement;
import dev.groma.operator.layoutjob.Cluster.Write;
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

  private final Cluster cluster;
  private final OperatorMetrics metrics;
  private final Timing timing;
  private final Instant now;

  Report(Cluster cluster, OperatorMetrics metrics, Timing timing, Instant now) {
    this.cluster = cluster;
    this.metrics = metrics;
    this.timing = timing;
    this.now = now;
  }

  /** Records a state and, once that has succeeded, tells of an end. */
  Next write(JobState state, Snapshot seen) {
    LayoutJobStatus status =
        new StatusBuilder(seen.engine(), seen.generation(), seen.recorded(), now).build(state);
    if (status.equals(seen.recorded())) {
      return lookAgain(state);
    }
    return switch (cluster.writeStatus(status)) {
      case Write.Done(long generation) -> {
        written(state, seen);
        // The SDK can lose a change of the spec that lands while a status is written.
        yield generation == seen.generation() ? lookAgain(state) : Next.atOnce();
      }
      case Write.Refused(String words) -> refused(state, words, seen);
      case Write.Gone gone -> Next.never();
    };
  }

  /** Tells people of an object that has to be left alone. */
  Next setAside(String why) {
    LOG.error("set aside, and untouched until it is replaced: {}", why);
    cluster.announce(new Announcement(true, Reason.Unreadable.name(), Message.of(why)));
    return Next.never();
  }

  private void written(JobState state, Snapshot seen) {
    metrics.recorded(state, seen.engine(), seen.createdAt(), seen.isRunning());
    switch (state) {
      case JobState.Queued(Reason reason, String message, var runner) ->
          LOG.info("queued, {}: {}", reason, message);
      case JobState.Running running -> LOG.info("running in Pod {}", running.runner().podName());
      case JobState.Succeeded succeeded -> {
        LOG.info("succeeded with {} artifacts", succeeded.artifacts().size());
        cluster.announce(
            new Announcement(
                false, Reason.Completed.name(), "the engine answered; see status.summary"));
      }
      case JobState.Failed failed -> {
        LOG.info("failed, {}: {}", failed.reason(), failed.message());
        cluster.announce(new Announcement(true, failed.reason().name(), failed.message()));
      }
    }
  }

  /**
   * A runner can send numbers and names that the CRD has no place for; then that is what is
   * recorded. If even this is refused, the object itself does not fit the CRD.
   */
  private Next refused(JobState state, String words, Snapshot seen) {
    LOG.warn("the API server refuses the status: {}", words);
    return switch (state) {
      case JobState.Succeeded succeeded ->
          write(
              new JobState.Failed(
                  succeeded.runner(),
                  succeeded.startedAt(),
                  succeeded.endedAt(),
                  Reason.RunnerProtocolError,
                  Message.of("the runner's result does not fit the CRD: " + words),
                  0),
              seen);
      case JobState.Failed failed -> misfit(failed.message(), words);
      case JobState.Queued queued -> misfit(queued.message(), words);
      case JobState.Running running -> misfit("the runner is at work", words);
    };
  }

  private Next misfit(String message, String words) {
    setAside(message + "; the API server refuses to record it: " + words);
    return Next.within(CRD_PATIENCE);
  }

  private Next lookAgain(JobState state) {
    return switch (state) {
      case JobState.Queued queued -> Next.within(timing.recheck());
      case JobState.Running running -> Next.within(timing.recheck());
      case JobState.Succeeded succeeded -> Next.never();
      case JobState.Failed failed -> Next.never();
    };
  }
}
