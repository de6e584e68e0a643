package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.QueueDepth;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.queue.Letter;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.QueueAttributes;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import dev.groma.intake.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A queue that keeps a list of what is asked of it, and fails where it is told to. */
class FakeQueue implements Queue {

  final BlockingQueue<Received> waiting = new LinkedBlockingQueue<>();

  /** What was done, one a line, such as {@code delete m-1}. */
  final List<String> done = new CopyOnWriteArrayList<>();

  final List<Integer> asked = new CopyOnWriteArrayList<>();

  static Received message(String id) {
    return message(id, Instant.EPOCH);
  }

  static Received message(String id, Instant receivedAt) {
    return new Received(
        new Message("{}", Map.of(), id, null), Map.of(), id, 1, Instant.EPOCH, null, receivedAt);
  }

  @Override
  public List<Received> receive(int most, Duration wait, Duration visibility)
      throws QueueException {
    asked.add(most);
    List<Received> batch = new ArrayList<>();
    try {
      Received first = waiting.poll(20, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, most - 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return batch;
  }

  @Override
  public Set<String> delete(List<String> receiptHandles) throws QueueException {
    receiptHandles.forEach(handle -> done.add("delete " + handle));
    return Set.of();
  }

  @Override
  public boolean hide(String receiptHandle, Duration time) throws QueueException {
    done.add("hide %s %d".formatted(receiptHandle, time.toSeconds()));
    return true;
  }

  @Override
  public void send(Letter letter) throws QueueException {
    done.add("send " + letter.queueUrl());
  }

  @Override
  public QueueAttributes attributes() {
    return new QueueAttributes(
        "arn", new QueueDepth(0, 0, 0), Duration.ZERO, null, null, null, null);
  }

  @Override
  public void close() {
    done.add("close");
  }

  static QueueException failure() {
    return new QueueException(QueueReason.QueueUnreachable, "away", new RuntimeException("away"));
  }
}
