package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.pump.Breaker;
import dev.groma.bridge.pump.Pump;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives messages, as the pump says, and gives them to the hands. */
final class Poller implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** Longer than a job takes to be stored, shorter than anybody notices. Chosen. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  /** Longest pause between receive calls that fail. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final LayoutQueueSpec spec;
  private final Parts parts;
  private final Breaker breaker;
  private final Hands hands;
  private final StopSignal stop;
  private final Tally tally;
  private final Pump pump;
  private final CountDownLatch ended = new CountDownLatch(1);

  private volatile boolean suspended;
  private volatile Sight sight;

  /** Does not poll yet. */
  Poller(
      LayoutQueueSpec spec,
      Parts parts,
      Breaker breaker,
      Hands hands,
      StopSignal stop,
      Tally tally) {
    this.spec = spec;
    this.parts = parts;
    this.breaker = breaker;
    this.hands = hands;
    this.stop = stop;
    this.tally = tally;
    this.suspended = spec.suspended();
    this.pump =
        new Pump(
            spec.receiving().mostPerCall(), spec.receiving().mostAtOnce(), spec.mostPendingJobs());
    this.sight = new Sight(QueueReason.Receiving, "", parts.clock().instant(), Optional.empty());
  }

  /** Whether a person wants it to rest. */
  void suspend(boolean wanted) {
    suspended = wanted;
  }

  /** How it goes. */
  Sight sight() {
    return sight;
  }

  /** Waits until no receive call is under way and none will be; returns whether it is so. */
  boolean awaitEnd(Duration most) throws InterruptedException {
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Until it is to stop. */
  @Override
  public void run() {
    int failures = 0;
    boolean waited = false;
    try {
      while (true) {
        switch (pump.next(view(waited), parts.clock().instant())) {
          case Pump.Step.Stop asked -> {
            return;
          }
          case Pump.Step.AwaitPermits full -> {
            waited = !hands.awaitFree(full.number(), MOMENT);
            // All hands are full: nothing is wrong with that.
            sight = sight.at(parts.clock().instant());
          }
          case Pump.Step.Rest rest -> {
            // A consumer that rests for a reason is alive.
            sight = sight.at(parts.clock().instant()).because(rest.why(), "");
            stop.await(rest.time());
          }
          case Pump.Step.Receive receive -> {
            failures = receive(receive.most(), failures);
            waited = false;
          }
        }
      }
    } catch (InterruptedException asStop) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private Pump.View view(boolean waited) {
    return new Pump.View(
        stop.isGiven(), suspended, hands.busy(), waited, parts.pending().getAsInt(), breaker);
  }

  /** Receives once; returns how many calls in a row have failed. */
  private int receive(int most, int failures) throws InterruptedException {
    try {
      List<Received> messages =
          parts.queue().receive(most, spec.receiving().longPoll(), spec.receiving().visibility());
      sight =
          new Sight(
              QueueReason.Receiving,
              "",
              parts.clock().instant(),
              messages.stream().map(Received::sentAt).min(Instant::compareTo));
      tally.received(messages.size());
      messages.forEach(hands::take);
      return 0;
    } catch (QueueException e) {
      LOG.warn("{} cannot be read: {}", spec.queue().url(), e.getMessage());
      sight = sight.at(parts.clock().instant()).because(e.reason(), String.valueOf(e.getMessage()));
      stop.await(pause(failures));
      return failures + 1;
    }
  }

  private Duration pause(int failures) {
    long full = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(failures, 6));
    return Duration.ofMillis(full / 2 + parts.random().nextLong(full / 2 + 1));
  }
}
