package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.bridge.consume.Consumer;
import dev.groma.bridge.consume.Parts;
import dev.groma.bridge.consume.Sight;
import dev.groma.bridge.intake.PointedObjects;
import dev.groma.bridge.intake.QueueInterpreter;
import dev.groma.bridge.jobs.QueueKey;
import dev.groma.bridge.ledger.ApiLedger;
import dev.groma.bridge.queue.AwsQueue;
import dev.groma.bridge.queue.DeadLetters;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueAttributes;
import dev.groma.bridge.queue.QueueCheck;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.store.ApiJobs;
import dev.groma.bridge.store.Storing;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A queue that is consumed. One thread looks after it. */
final class RunningQueue {

  private static final Logger LOG = LoggerFactory.getLogger(RunningQueue.class);

  /** How often SQS is asked how many messages there are. Chosen: it counts approximately anyway. */
  private static final Duration LOOK = Duration.ofSeconds(15);

  private final QueueKey key;
  private final LayoutQueueSpec spec;
  private final Surroundings around;
  private final Queue queue;
  private final Leading leading;
  private final Consumer consumer;

  private volatile QueueAttributes attributes;
  private Instant nextLook;

  private RunningQueue(
      QueueKey key,
      LayoutQueueSpec spec,
      Surroundings around,
      Queue queue,
      QueueAttributes attributes) {
    this.key = key;
    this.spec = spec;
    this.around = around;
    this.queue = queue;
    this.attributes = attributes;
    this.nextLook = around.clock().instant().plus(LOOK);
    ApiJobs jobs = new ApiJobs(around.client());
    ApiLedger ledger =
        new ApiLedger(around.client(), key.namespace(), attributes.arn(), around.clock());
    this.leading = new Leading(key, spec, around, queue, jobs, ledger);
    this.consumer =
        new Consumer(
            key.toString(),
            spec,
            new Parts(
                queue,
                new QueueInterpreter(
                    around.envelopes(),
                    spec,
                    new QueueInterpreter.Origin(key.namespace(), key.name(), attributes.arn()),
                    new PointedObjects(around.s3())),
                new Storing(jobs, ledger, around.clock()),
                around.jobs()::end,
                spec.deadLetter() != null && spec.deadLetter().takesFailedJobs(),
                () -> around.jobs().open(key),
                new DeadLetters(around.version()),
                () -> this.attributes.deadLettersUrl(),
                around.clock(),
                around.random()));
  }

  /**
   * Asks SQS about the queue and begins to consume it.
   *
   * @throws QueueRunner.NotStartedException when SQS does not say
   */
  static RunningQueue start(QueueKey key, LayoutQueueSpec spec, Surroundings around)
      throws QueueRunner.NotStartedException {
    Queue queue =
        new AwsQueue(
            SqsClients.of(spec, key.namespace(), around.client(), around.clock()),
            spec.queue().url(),
            spec.deadLetter() == null ? null : spec.deadLetter().url(),
            around.clock());
    QueueAttributes attributes;
    try {
      attributes = queue.attributes();
    } catch (QueueException e) {
      queue.close();
      throw new QueueRunner.NotStartedException(e.reason(), String.valueOf(e.getMessage()), e);
    }
    QueueCheck.warnings(attributes, spec).forEach(warning -> LOG.warn("{}: {}", key, warning));
    RunningQueue running = new RunningQueue(key, spec, around, queue, attributes);
    around.metrics().consuming(key.toString(), running.consumer, () -> around.jobs().open(key));
    around.metrics().seen(key.toString(), attributes);
    around.jobs().onDeleted(key, running.leading::buryDeleted);
    running.consumer.suspend(spec.suspended());
    running.consumer.start();
    return running;
  }

  /** Whether it does what this spec says, but for the wish to rest. */
  boolean serves(LayoutQueueSpec other) {
    return awake(other).equals(awake(spec));
  }

  private static LayoutQueueSpec awake(LayoutQueueSpec of) {
    return new LayoutQueueSpec(
        of.queue(),
        of.credentials(),
        of.receive(),
        of.acknowledge(),
        of.heartbeatSeconds(),
        of.jobs(),
        of.engines(),
        of.mappings(),
        of.maxPendingJobs(),
        of.deadLetter(),
        of.replies(),
        null,
        of.unreadable());
  }

  Consumer consumer() {
    return consumer;
  }

  void suspend(boolean wanted) {
    consumer.suspend(wanted);
  }

  /** Asks SQS how the queue is, now and then. */
  void look() {
    if (around.clock().instant().isBefore(nextLook)) {
      return;
    }
    nextLook = around.clock().instant().plus(LOOK);
    try {
      attributes = queue.attributes();
      around.metrics().seen(key.toString(), attributes);
    } catch (QueueException e) {
      LOG.warn("{} does not say how many messages it holds: {}", key, e.getMessage());
    }
  }

  /** What only one bridge does. */
  void lead() {
    leading.step(attributes.deadLettersUrl());
  }

  Situation situation() {
    return new Situation(consumer.sight().reason(), consumer.sight().words());
  }

  StatusWriter.Picture picture(Situation situation) {
    Sight sight = consumer.sight();
    Instant now = around.clock().instant();
    return new StatusWriter.Picture(
        situation,
        attributes.depth(),
        sight
            .oldestSentAt()
            .map(sent -> Duration.between(sent, now))
            .filter(age -> !age.isNegative()),
        sight.lastReceive(),
        QueueCheck.warnings(attributes, spec));
  }

  /** Hands back what cannot be finished. */
  void stop() {
    around.jobs().onDeleted(key, null);
    consumer.stop(around.grace());
  }

  /** The content hash that a job bears. */
  static String contentHash(LayoutJob job) {
    return Objects.requireNonNullElse(job.getMetadata().getAnnotations(), Map.<String, String>of())
        .getOrDefault(QueuedJob.CONTENT_HASH, "");
  }
}
