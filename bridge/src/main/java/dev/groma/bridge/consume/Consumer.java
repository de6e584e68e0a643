package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.QueueReason;
import dev.groma.bridge.log.LogFields;
import dev.groma.bridge.message.JobEnd;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.pump.Breaker;
import dev.groma.bridge.pump.Pump;
import dev.groma.bridge.queue.QueueException;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumes one queue until it is stopped. */
public final class Consumer {

  private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  /** Longer than a job takes to be stored, shorter than anybody notices. Chosen. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  /** Longest pause between receive calls that fail. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** SQS gives a message back 12 hours after it was received, whatever it is asked for. */
  private static final Duration LONGEST_IN_HAND = Duration.ofHours(12).minusMinutes(10);

  private final String name;
  private final LayoutQueueSpec spec;
  private final Parts parts;
  private final Breaker breaker;
  private final Handling handling;
  private final Settlement settlement;
  private final Deletions deletions;
  private final Pump pump;
  private final Semaphore permits;
  private final Set<InHand> inHand = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CountDownLatch pollerEnded = new CountDownLatch(1);
  private final Tally tally = new Tally();

  private final Thread deleter;

  private volatile boolean suspended;
  private volatile Sight sight;

  /**
   * How the receiving goes.
   *
   * @param reason Receiving where all is well
   * @param words more for people; may be empty
   * @param lastReceive when a receive call last came back, or the consumer started
   * @param oldestSentAt of the messages that it brought; empty where it brought none
   */
  public record Sight(
      QueueReason reason, String words, Instant lastReceive, Optional<Instant> oldestSentAt) {}

  /** A consumer that does not run yet. */
  public Consumer(String name, LayoutQueueSpec spec, Parts parts) {
    this.name = name;
    this.spec = spec;
    this.parts = parts;
    this.suspended = spec.suspended();
    this.breaker = new Breaker(parts.random());
    this.deletions = new Deletions(parts.queue());
    this.deleter = Thread.ofVirtual().name("delete " + name).unstarted(deletions);
    this.handling =
        new Handling(
            parts.interpreter(),
            parts.storing(),
            breaker,
            this::awaitTurn,
            spec.acknowledged(),
            tally,
            parts.clock());
    this.settlement =
        new Settlement(
            parts.queue(),
            deletions,
            parts.letters(),
            parts.deadLettersUrl(),
            tally,
            parts.random());
    this.pump =
        new Pump(
            spec.receiving().mostPerCall(), spec.receiving().mostAtOnce(), spec.mostPendingJobs());
    this.permits = new Semaphore(spec.receiving().mostAtOnce());
    this.sight = new Sight(QueueReason.Receiving, "", parts.clock().instant(), Optional.empty());
  }

  /** Starts to poll. */
  public void start() {
    LOG.info("Polling {}", spec.queue().url());
    deleter.start();
    Thread.ofVirtual().name("heartbeat " + name).start(this::beat);
    Thread.ofVirtual().name("poll " + name).start(this::poll);
  }

  /** Whether a person wants it to rest; what is in hand is finished. */
  public void suspend(boolean wanted) {
    suspended = wanted;
  }

  /** What was counted. */
  public Tally.Counts counts() {
    return tally.counts();
  }

  /** How the receiving goes; what keeps jobs from being stored comes first. */
  public Sight sight() {
    Sight seen = sight;
    return breaker
        .trouble()
        .map(trouble ->
            new Sight(
                trouble.kind().reason(), trouble.words(), seen.lastReceive(), seen.oldestSentAt()))
        .orElse(seen);
  }

  /** Messages that are not settled. */
  public int inHand() {
    return inHand.size();
  }

  /** Whether jobs cannot be stored at the moment. */
  public boolean isTroubled() {
    return breaker.trouble().isPresent();
  }

  private void poll() {
    int failures = 0;
    boolean waited = false;
    try {
      while (true) {
        switch (pump.next(view(waited), parts.clock().instant())) {
          case Pump.Step.Stop stop -> {
            return;
          }
          case Pump.Step.AwaitPermits full -> waited = !awaitPermits(full.number());
          case Pump.Step.Rest rest -> {
            rest(rest);
            stopping.await(rest.time().toMillis(), TimeUnit.MILLISECONDS);
          }
          case Pump.Step.Receive receive -> {
            failures = receive(receive.most(), failures);
            waited = false;
          }
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      pollerEnded.countDown();
    }
  }

  private Pump.View view(boolean waited) {
    return new Pump.View(
        isStopping(), suspended, inHand.size(), waited, parts.pending().getAsInt(), breaker);
  }

  private boolean awaitPermits(int number) throws InterruptedException {
    boolean there = permits.tryAcquire(number, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    if (there) {
      permits.release(number);
    }
    // All hands are full: nothing is wrong with that.
    sight = new Sight(sight.reason(), sight.words(), parts.clock().instant(), sight.oldestSentAt());
    return there;
  }

  /** A consumer that rests for a reason is alive. */
  private void rest(Pump.Step.Rest rest) {
    sight = new Sight(rest.why(), "", parts.clock().instant(), sight.oldestSentAt());
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
      messages.forEach(this::take);
      return 0;
    } catch (QueueException e) {
      LOG.warn("{} cannot be read: {}", spec.queue().url(), e.getMessage());
      sight =
          new Sight(
              e.reason(),
              String.valueOf(e.getMessage()),
              parts.clock().instant(),
              sight.oldestSentAt());
      stopping.await(pause(failures).toMillis(), TimeUnit.MILLISECONDS);
      return failures + 1;
    }
  }

  private Duration pause(int failures) {
    long full = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(failures, 6));
    return Duration.ofMillis(full / 2 + parts.random().nextLong(full / 2 + 1));
  }

  private void take(Received received) {
    permits.acquireUninterruptibly();
    InHand hand = new InHand(received, spec.heartbeat());
    inHand.add(hand);
    Thread.ofVirtual()
        .name("message " + received.message().id())
        .start(() -> {
          try (LogFields _ = LogFields.of(name, received)) {
            Verdict verdict = verdict(received);
            hand.beginSettling();
            settlement.carryOut(received, verdict);
          } catch (RuntimeException bug) {
            // Not settled: it comes back, and after a few times the redrive policy has it.
            LOG.error("message {} could not be handled", received.message().id(), bug);
            hand.beginSettling();
          } finally {
            inHand.remove(hand);
            permits.release();
          }
        });
  }

  private Verdict verdict(Received received) {
    if (isStopping()) {
      return new Verdict.HandBack();
    }
    return switch (handling.handle(received)) {
      case Verdict.AwaitEnds awaiting -> awaitEnds(awaiting, received.at().plus(LONGEST_IN_HAND));
      case Verdict other -> other;
    };
  }

  /** Until the jobs have ended, or the bridge is to stop: then another bridge waits for them. */
  private Verdict awaitEnds(Verdict.AwaitEnds awaiting, Instant until) {
    List<CompletableFuture<Optional<JobEnd>>> ends =
        awaiting.jobs().stream().map(parts.ends()::of).toList();
    CompletableFuture<Void> all = CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new));
    try {
      while (!all.isDone()) {
        if (stopping.await(TICK.toMillis() / 5, TimeUnit.MILLISECONDS)
            || !parts.clock().instant().isBefore(until)) {
          return new Verdict.HandBack();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return new Verdict.HandBack();
    } finally {
      ends.forEach(end -> end.cancel(false));
    }
    return Verdict.ofEnds(
        ends.stream().flatMap(end -> end.join().stream()).toList(), parts.failedJobsAreDead());
  }

  private boolean awaitTurn() {
    try {
      while (!isStopping()) {
        if (breaker.mayTry(parts.clock().instant())) {
          return true;
        }
        stopping.await(TICK.toMillis() / 10, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void beat() {
    try {
      while (!(isStopping() && inHand.isEmpty())) {
        Instant now = parts.clock().instant();
        for (InHand hand : inHand) {
          if (hand.isDue(now)) {
            hand.beat(parts.queue(), spec.receiving().visibility(), spec.heartbeat(), now);
          }
        }
        Thread.sleep(TICK);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells it to stop, and does not wait. */
  public void beginStop() {
    stopping.countDown();
  }

  /**
   * Stops: no further receive call, what is in hand is finished or handed back, deletions are sent.
   *
   * @param grace what is still in hand after this time is handed back as it is
   */
  public void stop(Duration grace) {
    beginStop();
    Instant deadline = parts.clock().instant().plus(grace);
    try {
      // A call that is cut off may have messages on the way, hidden from all for minutes.
      boolean ended = pollerEnded.await(grace.toMillis(), TimeUnit.MILLISECONDS);
      while (!inHand.isEmpty() && parts.clock().instant().isBefore(deadline)) {
        Thread.sleep(TICK.toMillis() / 50);
      }
      LOG.info("stopped polling {}{}", spec.queue().url(), ended ? "" : " in the middle of a call");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (InHand left : inHand) {
      left.beginSettling();
      settlement.carryOut(left.received(), new Verdict.HandBack());
    }
    deleter.interrupt();
    parts.queue().close();
  }
}
