package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.bridge.jobs.QueueKey;
import dev.groma.bridge.jobs.QueuedJobs;
import dev.groma.bridge.ledger.ApiLedger;
import dev.groma.bridge.ledger.Sweep;
import dev.groma.bridge.ledger.Sweeper;
import dev.groma.bridge.message.TroubledException;
import dev.groma.bridge.outcome.JobLetters;
import dev.groma.bridge.outcome.Outcomes;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.store.Answers;
import dev.groma.bridge.store.ApiJobs;
import dev.groma.kubernetes.Deletion;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one bridge does for the jobs of a queue: tells of their ends, and deletes them in time. */
final class Leading {

  private static final Logger LOG = LoggerFactory.getLogger(Leading.class);

  /** How often jobs are deleted. Chosen: one write to the ledger for all of a minute. */
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private static final Duration EXPIRE = Duration.ofHours(1);

  private final QueueKey key;
  private final Surroundings around;
  private final Outcomes outcomes;
  private final Sweeper sweeper;
  private final ConcurrentLinkedQueue<Sweeper.Gone> deleted = new ConcurrentLinkedQueue<>();
  private Instant nextSweep = Instant.EPOCH;
  private Instant nextExpiry = Instant.EPOCH;

  Leading(
      QueueKey key,
      LayoutQueueSpec spec,
      Surroundings around,
      Queue queue,
      ApiJobs jobs,
      ApiLedger ledger) {
    this.key = key;
    this.around = around;
    this.outcomes =
        new Outcomes(
            key.toString(),
            spec,
            queue,
            jobs,
            new JobLetters(around.client().getKubernetesSerialization(), around.version()),
            around.metrics(),
            around.clock());
    this.sweeper = new Sweeper(ledger, this::delete, around.clock());
  }

  /** A job is gone; unless we did it, its tombstone is missing. */
  void buryDeleted(LayoutJob job) {
    if (around.leads().getAsBoolean()) {
      deleted.add(new Sweeper.Gone(QueuedJobs.key(job), RunningQueue.contentHash(job)));
    }
  }

  /** One round. */
  void step(@Nullable String deadLettersUrl) {
    try {
      List<Sweeper.Gone> gone = List.copyOf(deleted);
      sweeper.bury(gone);
      deleted.removeAll(gone);
      Instant now = around.clock().instant();
      boolean sweeps = !now.isBefore(nextSweep);
      List<Sweeper.Candidate> candidates = new ArrayList<>();
      for (LayoutJob job : around.jobs().ended(key)) {
        boolean told = outcomes.tell(job, deadLettersUrl);
        candidate(job, told).ifPresent(candidates::add);
      }
      if (sweeps) {
        nextSweep = now.plus(SWEEP);
        sweeper.sweep(candidates);
      }
      if (!now.isBefore(nextExpiry)) {
        nextExpiry = now.plus(EXPIRE);
        sweeper.expire();
      }
    } catch (TroubledException e) {
      LOG.warn("{}: ended jobs are not looked after for now: {}", key, e.getMessage());
    }
  }

  private Optional<Sweeper.Candidate> candidate(LayoutJob job, boolean told) {
    return due(job)
        .map(due ->
            new Sweeper.Candidate(
                new Sweep.Ended(QueuedJobs.key(job), due, told),
                RunningQueue.contentHash(job),
                job.getMetadata().getUid(),
                job.getMetadata().getResourceVersion()));
  }

  /** When its time is over; empty: never. */
  private Optional<Instant> due(LayoutJob job) {
    Integer seconds = job.getSpec() == null ? null : job.getSpec().ttlSecondsAfterFinished();
    Duration kept = seconds == null ? around.timeToLive() : Duration.ofSeconds(seconds);
    String end = job.getStatus() == null ? null : job.getStatus().completionTime();
    try {
      return kept == null || end == null
          ? Optional.empty()
          : Optional.of(Instant.parse(end).plus(kept));
    } catch (DateTimeException foreign) {
      return Optional.empty();
    }
  }

  private void delete(Sweeper.Candidate job) throws TroubledException {
    try {
      Deletion.ofLayoutJob(
              job.key().namespace(), job.key().name(), job.uid(), job.resourceVersion())
          .send(around.client());
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
    around.metrics().deleted(key.toString());
    LOG.info("deleted LayoutJob {}: its time to live is over", job.key());
  }
}
