package dev.groma.bridge.consume;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.bridge.log.LogFields;
import dev.groma.bridge.message.Verdict;
import dev.groma.bridge.queue.Queue;
import dev.groma.bridge.queue.Received;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of a queue that are in hand, each with a thread of its own.
 *
 * <p>A hand is free again as soon as it is known what becomes of its message. The message stays in
 * hand until it is gone or was given back: deletions wait for each other, to go together.
 */
final class Hands {

  private static final Logger LOG = LoggerFactory.getLogger(Hands.class);
  private static final Duration TICK = Duration.ofSeconds(1);

  private final String name;
  private final LayoutQueueSpec spec;
  private final Queue queue;
  private final Verdicts verdicts;
  private final Settlement settlement;
  private final InstantSource clock;
  private final Semaphore free;
  private final Set<InHand> held = ConcurrentHashMap.newKeySet();

  /** All of them free. */
  Hands(
      String name,
      LayoutQueueSpec spec,
      Queue queue,
      Verdicts verdicts,
      Settlement settlement,
      InstantSource clock) {
    this.name = name;
    this.spec = spec;
    this.queue = queue;
    this.verdicts = verdicts;
    this.settlement = settlement;
    this.clock = clock;
    this.free = new Semaphore(spec.receiving().mostAtOnce());
  }

  /** Messages that are neither gone nor given back. */
  int held() {
    return held.size();
  }

  /** Those of them that are still worked on. */
  int busy() {
    return spec.receiving().mostAtOnce() - free.availablePermits();
  }

  /** Waits until so many are free, for a time at most; returns whether they are. */
  boolean awaitFree(int number, Duration most) throws InterruptedException {
    boolean there = free.tryAcquire(number, most.toMillis(), TimeUnit.MILLISECONDS);
    if (there) {
      free.release(number);
    }
    return there;
  }

  /** Takes a message in hand. */
  void take(Received received) {
    free.acquireUninterruptibly();
    InHand hand = new InHand(received, spec.heartbeat());
    held.add(hand);
    Thread.ofVirtual()
        .name("message " + received.message().id())
        .start(() -> {
          try (LogFields _ = LogFields.of(name, received)) {
            settle(hand, verdicts.on(received));
          } catch (RuntimeException bug) {
            // Not settled: it comes back, and after a few times the redrive policy has it.
            LOG.error("message {} could not be handled", received.message().id(), bug);
            hand.beginSettling();
            letGo(hand);
          } finally {
            free.release();
          }
        });
  }

  private void settle(InHand hand, Verdict verdict) {
    hand.beginSettling();
    settlement.carryOut(hand.received(), verdict).whenComplete((settled, bug) -> letGo(hand));
  }

  private void letGo(InHand hand) {
    held.remove(hand);
    hand.end();
  }

  /** Keeps what is worked on hidden, until there is nothing and will be nothing. */
  void keepHidden(StopSignal stop) {
    try {
      while (!(stop.isGiven() && held.isEmpty())) {
        Instant now = clock.instant();
        for (InHand hand : held) {
          if (hand.isDue(now)) {
            hand.beat(queue, spec.receiving().visibility(), spec.heartbeat(), now);
          }
        }
        Thread.sleep(TICK);
      }
    } catch (InterruptedException asStop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until nothing is in hand any more, for a time at most. */
  void awaitNone(Duration most) throws InterruptedException {
    CompletableFuture<?>[] ends =
        held.stream().map(InHand::ended).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(Math.max(0, most.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException left) {
      LOG.warn("{}: {} messages could not be finished in time", name, held.size());
    }
  }

  /** Hands everything back as it is. */
  void handBack() {
    for (InHand left : held) {
      settle(left, new Verdict.HandBack());
    }
  }
}
