package dev.groma.bridge.telemetry;

import dev.groma.bridge.consume.Consumer;
import dev.groma.bridge.consume.Tally.Counts;
import dev.groma.bridge.queue.QueueAttributes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The bridge's own metrics; the label {@code queue} is namespace and name of a LayoutQueue. */
public final class BridgeMetrics {

  private static final Counts NOTHING = Counts.NONE;

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final ConcurrentMap<String, Watched> watched = new ConcurrentHashMap<>();

  /** What is measured of a queue; counts of consumers that have ended stay in the sums. */
  private static final class Watched {
    volatile Counts before = NOTHING;
    volatile @Nullable Consumer consumer;
    volatile @Nullable QueueAttributes attributes;
    volatile IntSupplier pending = () -> 0;

    Counts counts() {
      Consumer current = consumer;
      return current == null ? before : before.plus(current.counts());
    }
  }

  /** Registers in this registry. */
  public BridgeMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /**
   * Measures a consumer: {@code bridge_messages_total} by outcome, {@code bridge_in_hand_messages},
   * {@code bridge_pending_jobs}, {@code bridge_last_receive_age_seconds}, {@code
   * bridge_oldest_message_age_seconds}, {@code bridge_troubled}.
   *
   * @param queue namespace and name of the LayoutQueue
   * @param pending its jobs that wait or run
   */
  public void consuming(String queue, Consumer consumer, IntSupplier pending) {
    Watched one = watched.computeIfAbsent(queue, this::register);
    one.before = one.counts();
    one.pending = pending;
    one.consumer = consumer;
  }

  /**
   * Measures a queue: {@code bridge_queue_messages} by state, {@code bridge_dlq_messages}.
   *
   * @param queue namespace and name of the LayoutQueue
   */
  public void seen(String queue, QueueAttributes attributes) {
    watched.computeIfAbsent(queue, this::register).attributes = attributes;
  }

  /** Counts a reply in {@code bridge_replies_total}, by outcome: sent or failed. */
  public void replied(String queue, String outcome) {
    registry.counter("bridge.replies", "queue", queue, "outcome", outcome).increment();
  }

  /** Counts a deletion of a job whose time was over in {@code bridge_jobs_deleted_total}. */
  public void deleted(String queue) {
    registry.counter("bridge.jobs.deleted", "queue", queue).increment();
  }

  private Watched register(String queue) {
    Watched one = new Watched();
    count(one, queue, "received", Counts::received);
    count(one, queue, "accepted", Counts::accepted);
    count(one, queue, "duplicate", Counts::duplicate);
    count(one, queue, "rejected", Counts::rejected);
    count(one, queue, "dead-lettered", Counts::deadLettered);
    Tags tags = Tags.of("queue", queue);
    of(one, "bridge.in.hand.messages", tags, it -> it.consumer == null ? 0 : it.consumer.inHand());
    of(one, "bridge.pending.jobs", tags, it -> it.pending.getAsInt());
    of(one, "bridge.troubled", tags, it -> it.consumer != null && it.consumer.isTroubled() ? 1 : 0);
    of(one, "bridge.last.receive.age.seconds", tags, this::lastReceiveAge);
    of(one, "bridge.oldest.message.age.seconds", tags, this::oldestMessageAge);
    state(one, queue, "visible", it -> it.depth().visible());
    state(one, queue, "in-flight", it -> it.depth().inFlight());
    state(one, queue, "delayed", it -> it.depth().delayed());
    of(
        one,
        "bridge.dlq.messages",
        tags,
        it ->
            it.attributes == null || it.attributes.deadLetters() == null
                ? Double.NaN
                : it.attributes.deadLetters());
    return one;
  }

  private double lastReceiveAge(Watched one) {
    return one.consumer == null
        ? 0
        : seconds(Duration.between(one.consumer.sight().lastReceive(), clock.instant()));
  }

  private double oldestMessageAge(Watched one) {
    return one.consumer == null
        ? 0
        : one.consumer
            .sight()
            .oldestSentAt()
            .map(sent -> seconds(Duration.between(sent, clock.instant())))
            .orElse(0.0);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private void count(Watched one, String queue, String outcome, ToLongFunction<Counts> number) {
    FunctionCounter.builder("bridge.messages", one, it -> number.applyAsLong(it.counts()))
        .tags("queue", queue, "outcome", outcome)
        .register(registry);
  }

  private void state(
      Watched one, String queue, String state, ToLongFunction<QueueAttributes> number) {
    of(
        one,
        "bridge.queue.messages",
        Tags.of("queue", queue, "state", state),
        it -> it.attributes == null ? Double.NaN : number.applyAsLong(it.attributes));
  }

  private void of(Watched one, String name, Tags tags, ToDoubleFunction<Watched> value) {
    Gauge.builder(name, one, value).tags(tags).strongReference(true).register(registry);
  }
}
