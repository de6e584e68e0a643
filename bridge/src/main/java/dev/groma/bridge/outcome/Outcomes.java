package dev.groma.bridge.outcome;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.bridge.jobs.QueuedJobs;
import dev.groma.bridge.log.LogFields;
import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.outcome.Address.Recipient;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received.Attribute;
import dev.groma.bridge.store.ApiJobs;
import dev.groma.bridge.telemetry.BridgeMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of ends. One thread at a time. */
public final class Outcomes {

  private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);

  /** How long a queue that took nothing is left alone. Chosen. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  private final String name;
  private final LayoutQueueSpec spec;
  private final Queue queue;
  private final ApiJobs jobs;
  private final JobLetters letters;
  private final BridgeMetrics metrics;
  private final InstantSource clock;
  private final Map<String, Instant> pausedUntil = new HashMap<>();

  /**
   * Tells of the jobs of a LayoutQueue.
   *
   * @param name of the LayoutQueue with its namespace
   * @param letters writes those that go to the dead-letter queue
   */
  public Outcomes(
      String name,
      LayoutQueueSpec spec,
      Queue queue,
      ApiJobs jobs,
      JobLetters letters,
      BridgeMetrics metrics,
      InstantSource clock) {
    this.name = name;
    this.spec = spec;
    this.queue = queue;
    this.jobs = jobs;
    this.letters = letters;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Tells of a job's end, if that was not done.
   *
   * @return whether everybody has been told, so that the job may be deleted
   */
  public boolean tell(LayoutJob job, @Nullable String deadLettersUrl) throws TroubledException {
    Optional<JobEnd> end = QueuedJobs.end(job);
    if (end.isEmpty() || job.getStatus() == null) {
      return false;
    }
    List<Recipient> recipients = Address.of(job, end.get().phase(), spec, deadLettersUrl);
    if (recipients.isEmpty()) {
      return true;
    }
    Phase phase = end.get().phase();
    if (Address.isTold(job, Outcome.id(job, job.getStatus(), phase))) {
      return true;
    }
    Outcome outcome = Outcome.of(job, job.getStatus(), phase);
    try (LogFields _ = LogFields.of(name, job)) {
      for (Recipient recipient : recipients) {
        if (!send(job, recipient, outcome, end.get())) {
          return false;
        }
      }
    }
    jobs.annotate(QueuedJobs.key(job), job.getMetadata().getUid(), Address.TOLD, outcome.id());
    // The cache shows the annotation soon; until then the job is not deleted.
    return false;
  }

  private boolean send(LayoutJob job, Recipient recipient, Outcome outcome, JobEnd end)
      throws TroubledException {
    Instant now = clock.instant();
    if (now.isBefore(pausedUntil.getOrDefault(recipient.url(), Instant.MIN))) {
      return false;
    }
    try {
      queue.send(
          recipient.dead()
              ? letters.of(
                  recipient.url(),
                  jobs.get(QueuedJobs.key(job)).orElse(job),
                  end.words(),
                  outcome.id())
              : new Letter(
                  recipient.url(),
                  outcome.json(),
                  Map.of("contentType", Attribute.of("application/cloudevents+json")),
                  job.getMetadata().getUid(),
                  outcome.id()));
      metrics.replied(name, "sent");
      LOG.info("told {} how LayoutJob {} ended: {}", recipient.url(), end.job(), outcome.id());
      return true;
    } catch (QueueException e) {
      metrics.replied(name, "failed");
      pausedUntil.put(recipient.url(), now.plus(PAUSE));
      LOG.warn(
          "{} was not told how LayoutJob {} ended: {}", recipient.url(), end.job(), e.getMessage());
      return false;
    }
  }
}
