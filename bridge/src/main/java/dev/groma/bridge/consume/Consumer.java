package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.bridge.pump.Breaker;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumes one queue until it is stopped. */
public final class Consumer {

  private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);

  private final String name;
  private final LayoutQueueSpec spec;
  private final Parts parts;
  private final Breaker breaker;
  private final Hands hands;
  private final Poller poller;
  private final StopSignal stop = new StopSignal();
  private final Tally tally = new Tally();
  private final Thread deleter;

  /** A consumer that does not run yet. */
  public Consumer(String name, LayoutQueueSpec spec, Parts parts) {
    this.name = name;
    this.spec = spec;
    this.parts = parts;
    this.breaker = new Breaker(parts.random());
    Deletions deletions = new Deletions(parts.queue(), Deletions.MOMENT);
    this.deleter = Thread.ofVirtual().name("delete " + name).unstarted(deletions);
    Handling handling =
        new Handling(
            parts.interpreter(),
            parts.storing(),
            breaker,
            new Turns(breaker, stop, parts.clock()),
            spec.acknowledged(),
            tally,
            parts.clock());
    Settlement settlement =
        new Settlement(
            parts.queue(),
            deletions,
            parts.letters(),
            parts.deadLettersUrl(),
            tally,
            parts.random());
    this.hands =
        new Hands(
            name,
            spec,
            parts.queue(),
            new Verdicts(handling, parts.ends(), parts.failedJobsAreDead(), stop, parts.clock()),
            settlement,
            parts.clock());
    this.poller = new Poller(spec, parts, breaker, hands, stop, tally);
  }

  /** Starts to poll. */
  public void start() {
    LOG.info("Polling {}", spec.queue().url());
    deleter.start();
    Thread.ofVirtual().name("heartbeat " + name).start(() -> hands.keepHidden(stop));
    Thread.ofVirtual().name("poll " + name).start(poller);
  }

  /** Whether a person wants it to rest; what is in hand is finished. */
  public void suspend(boolean wanted) {
    poller.suspend(wanted);
  }

  /** What was counted. */
  public Tally.Counts counts() {
    return tally.counts();
  }

  /** How the receiving goes; what keeps jobs from being stored comes first. */
  public Sight sight() {
    Sight seen = poller.sight();
    return breaker
        .trouble()
        .map(trouble -> seen.because(trouble.kind().reason(), trouble.words()))
        .orElse(seen);
  }

  /** Messages that are not settled. */
  public int inHand() {
    return hands.held();
  }

  /** Whether jobs cannot be stored at the moment. */
  public boolean isTroubled() {
    return breaker.trouble().isPresent();
  }

  /** Tells it to stop, and does not wait. */
  public void beginStop() {
    stop.give();
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
      boolean ended = poller.awaitEnd(grace);
      hands.awaitNone(Duration.between(parts.clock().instant(), deadline));
      LOG.info("stopped polling {}{}", spec.queue().url(), ended ? "" : " in the middle of a call");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    hands.handBack();
    deleter.interrupt();
    parts.queue().close();
  }
}
