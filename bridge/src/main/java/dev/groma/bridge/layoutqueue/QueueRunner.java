package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueue;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.consume.Tally.Counts;
import dev.groma.bridge.jobs.QueueKey;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one LayoutQueue, on a thread of its own, until it is told to stop. */
final class QueueRunner implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(QueueRunner.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final QueueKey key;
  private final Surroundings around;
  private final Admission admission;
  private final StatusWriter status;
  private final Semaphore news = new Semaphore(0);

  private volatile LayoutQueue wanted;
  private volatile boolean stopping;
  private volatile @Nullable RunningQueue running;
  private Counts earlier = Counts.NONE;

  QueueRunner(LayoutQueue queue, Surroundings around) {
    this.key = QueueKey.of(queue);
    this.wanted = queue;
    this.around = around;
    this.admission = new Admission(around);
    this.status = new StatusWriter(around.client(), key, around.clock());
  }

  /** A newer version of the resource. */
  void update(LayoutQueue queue) {
    wanted = queue;
    news.release();
  }

  /** Lets go of the queue; {@link #run} returns when that is done. */
  void stop() {
    stopping = true;
    RunningQueue current = running;
    if (current != null) {
      current.consumer().beginStop();
    }
    news.release();
  }

  /** The queue as it is consumed at the moment, if it is. */
  Optional<RunningQueue> running() {
    return Optional.ofNullable(running);
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        try {
          step();
        } catch (RuntimeException bug) {
          LOG.error("LayoutQueue {} could not be looked after", key, bug);
        }
        if (news.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    end();
    status.write(counts(), null, 0, true);
  }

  private void step() {
    LayoutQueue queue = wanted;
    LayoutQueueSpec spec = queue.getSpec();
    RunningQueue current = running;
    if (current != null && !current.serves(spec)) {
      end();
      current = null;
    }
    Optional<Situation> obstacle = admission.obstacle(queue);
    if (obstacle.isPresent()) {
      end();
      write(queue, obstacle.get(), null);
      return;
    }
    if (current == null) {
      try {
        current = RunningQueue.start(key, spec, around);
      } catch (NotStartedException e) {
        LOG.warn("LayoutQueue {} is not consumed yet: {}", key, e.getMessage());
        write(queue, new Situation(e.reason(), String.valueOf(e.getMessage())), null);
        pause();
        return;
      }
      running = current;
    }
    current.suspend(spec.suspended());
    current.look();
    if (around.leads().getAsBoolean()) {
      current.lead();
    }
    write(queue, current.situation(), current);
  }

  /** As long as a person who mends it may be asked to wait. Chosen. */
  private void pause() {
    try {
      if (news.tryAcquire(5 * TICK.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }

  private void write(LayoutQueue queue, Situation situation, @Nullable RunningQueue current) {
    StatusWriter.Picture picture =
        !around.leads().getAsBoolean()
            ? null
            : current == null ? StatusWriter.Picture.of(situation) : current.picture(situation);
    long generation = Objects.requireNonNullElse(queue.getMetadata().getGeneration(), 0L);
    status.write(counts(), picture, generation, false);
  }

  private Counts counts() {
    RunningQueue current = running;
    return current == null ? earlier : earlier.plus(current.consumer().counts());
  }

  private void end() {
    RunningQueue current = running;
    if (current != null) {
      current.stop();
      earlier = earlier.plus(current.consumer().counts());
      running = null;
    }
  }

  /** Whether a receive call has come back lately, or there is none to wait for. */
  boolean isAlive(Duration patience) {
    RunningQueue current = running;
    return current == null
        || around
            .clock()
            .instant()
            .isBefore(current.consumer().sight().lastReceive().plus(patience));
  }

  /** Why a queue is not consumed. */
  static final class NotStartedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final QueueReason reason;

    NotStartedException(QueueReason reason, String message, @Nullable Throwable cause) {
      super(message, cause);
      this.reason = reason;
    }

    QueueReason reason() {
      return reason;
    }
  }
}
