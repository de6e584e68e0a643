package dev.groma.bridge.consume;

import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes messages, ten with a call where so many come within a moment: a call costs the bridge and
 * SQS as much for one as for ten.
 *
 * <p>A message that cannot be deleted comes back and is found to have its job; so after a few tries
 * it is left at that.
 */
final class Deletions implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);
  private static final int BATCH = 10;
  private static final int MOST_TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** A moment in which ten gather where a hundred messages come a second. Chosen. */
  static final Duration MOMENT = Duration.ofMillis(100);

  /** Where so many wait, whoever wants another one waits as well. Chosen: ten calls. */
  private static final int MOST_WAITING = 10 * BATCH;

  private final Queue queue;
  private final Duration moment;
  private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>(MOST_WAITING);
  private volatile boolean over;

  private record Request(String receiptHandle, CompletableFuture<Boolean> done) {}

  /** Deletes nothing before {@link #run}; waits so long for others to go along with the first. */
  Deletions(Queue queue, Duration moment) {
    this.queue = queue;
    this.moment = moment;
  }

  /** Deletes a message; completes with whether it is gone. */
  CompletableFuture<Boolean> delete(String receiptHandle) {
    Request request = new Request(receiptHandle, new CompletableFuture<>());
    try {
      requests.put(request);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      request.done().complete(false);
    }
    if (over) {
      giveUp();
    }
    return request.done();
  }

  /** Until an interrupt. */
  @Override
  public void run() {
    try {
      while (true) {
        delete(gathered());
      }
    } catch (InterruptedException stop) {
      over = true;
      giveUp();
    }
  }

  private List<Request> gathered() throws InterruptedException {
    List<Request> batch = new ArrayList<>();
    batch.add(requests.take());
    long end = System.nanoTime() + moment.toNanos();
    while (batch.size() < BATCH) {
      Request next = requests.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
    }
    return batch;
  }

  private void giveUp() {
    List<Request> left = new ArrayList<>();
    requests.drainTo(left);
    left.forEach(request -> request.done().complete(false));
  }

  private void delete(List<Request> batch) throws InterruptedException {
    List<Request> left = batch;
    for (int tries = 1; !left.isEmpty(); tries++) {
      Set<String> failed = attempt(left);
      left.stream()
          .filter(request -> !failed.contains(request.receiptHandle()))
          .forEach(request -> request.done().complete(true));
      left = left.stream().filter(it -> failed.contains(it.receiptHandle())).toList();
      if (tries == MOST_TRIES && !left.isEmpty()) {
        LOG.warn("{} messages could not be deleted and will come back", left.size());
        left.forEach(request -> request.done().complete(false));
        return;
      }
      if (!left.isEmpty()) {
        Thread.sleep(PAUSE);
      }
    }
  }

  private Set<String> attempt(List<Request> requested) {
    List<String> handles = requested.stream().map(Request::receiptHandle).toList();
    try {
      return queue.delete(handles);
    } catch (QueueException e) {
      LOG.warn("messages could not be deleted: {}", e.getMessage());
      return Set.copyOf(handles);
    }
  }
}
