package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutjob.Condition;
import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.LayoutQueueStatus;
import dev.groma.api.layoutqueue.QueueDepth;
import dev.groma.bridge.consume.Tally.Counts;
import dev.groma.bridge.jobs.QueueKey;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the status of one LayoutQueue: counts are added to what others have counted. */
final class StatusWriter {

  private static final Logger LOG = LoggerFactory.getLogger(StatusWriter.class);
  private static final int MOST_TRIES = 5;

  /** How often numbers are written that change all the time. Chosen: a person looks that often. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final KubernetesClient client;
  private final QueueKey key;
  private final InstantSource clock;

  private Counts told = Counts.NONE;
  private Instant nextNumbers = Instant.EPOCH;
  private @Nullable Situation toldSituation;
  private long toldGeneration = -1;

  /**
   * What the bridge that leads sees.
   *
   * @param situation how the queue does
   * @param depth what SQS counts; null where it was not asked yet
   * @param oldestAge of the messages last received; empty where none came
   * @param lastReceive when a receive call last came back; null where none did
   * @param warnings what is unwise about the queue
   */
  record Picture(
      Situation situation,
      @Nullable QueueDepth depth,
      Optional<Duration> oldestAge,
      @Nullable Instant lastReceive,
      List<String> warnings) {

    /** Of a queue that is not consumed. */
    static Picture of(Situation situation) {
      return new Picture(situation, null, Optional.empty(), null, List.of());
    }
  }

  StatusWriter(KubernetesClient client, QueueKey key, InstantSource clock) {
    this.client = client;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Writes what is new.
   *
   * @param counts of this process so far
   * @param picture null where another bridge leads
   * @param generation of the spec that all this is about
   * @param evenNow whether not to wait for the next round of numbers
   */
  void write(Counts counts, @Nullable Picture picture, long generation, boolean evenNow) {
    Instant now = clock.instant();
    boolean changed =
        picture != null
            && (!picture.situation().equals(toldSituation) || generation != toldGeneration);
    boolean due = evenNow || !now.isBefore(nextNumbers);
    boolean counted = !counts.equals(told);
    if (!changed && !(due && (counted || picture != null))) {
      return;
    }
    try {
      for (int tries = 0; tries < MOST_TRIES && !write(counts.minus(told), picture, now); tries++) {
        LOG.debug("the status of {} was written by another bridge: once more", key);
      }
      told = counts;
      nextNumbers = now.plus(INTERVAL);
      if (picture != null) {
        toldSituation = picture.situation();
        toldGeneration = generation;
      }
    } catch (KubernetesClientException e) {
      LOG.warn("the status of {} could not be written: {}", key, e.getMessage());
      nextNumbers = now.plus(INTERVAL);
    }
  }

  /** Adds to the newest version; false when that was not the newest. */
  private boolean write(Counts more, @Nullable Picture picture, Instant now) {
    LayoutQueue queue =
        client.resources(LayoutQueue.class).inNamespace(key.namespace()).withName(key.name()).get();
    if (queue == null) {
      return true;
    }
    LayoutQueueStatus next = next(queue, more, picture, now);
    if (next.equals(queue.getStatus())) {
      return true;
    }
    queue.setStatus(next);
    try {
      client.resource(queue).updateStatus();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
        return false;
      }
      throw e;
    }
  }

  private static LayoutQueueStatus next(
      LayoutQueue queue, Counts more, @Nullable Picture picture, Instant now) {
    LayoutQueueStatus before =
        queue.getStatus() == null || queue.getStatus().unreadable() != null
            ? new LayoutQueueStatus(
                null, null, null, null, null, null, null, null, null, null, null, null)
            : queue.getStatus();
    long generation = Objects.requireNonNullElse(queue.getMetadata().getGeneration(), 0L);
    List<Condition> conditions = Objects.requireNonNullElse(before.conditions(), List.of());
    return new LayoutQueueStatus(
        picture == null ? before.observedGeneration() : (Long) generation,
        picture == null
            ? before.conditions()
            : QueueConditions.of(picture.situation(), generation, conditions, now),
        sum(before.received(), more.received()),
        sum(before.accepted(), more.accepted()),
        sum(before.duplicate(), more.duplicate()),
        sum(before.rejected(), more.rejected()),
        sum(before.deadLettered(), more.deadLettered()),
        picture == null ? before.depth() : picture.depth(),
        picture == null
            ? before.oldestMessageAgeSeconds()
            : picture.oldestAge().map(Duration::toSeconds).orElse(null),
        picture == null || picture.lastReceive() == null
            ? before.lastReceiveTime()
            : picture.lastReceive().truncatedTo(ChronoUnit.SECONDS).toString(),
        picture == null ? before.warnings() : picture.warnings(),
        null);
  }

  private static long sum(@Nullable Long before, long more) {
    return Objects.requireNonNullElse(before, 0L) + more;
  }
}
