package dev.groma.operator.layoutjob;

import dev.groma.operator.attempt.RunnerJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Bounds the attempts that are at work at the same time; of the jobs that wait for a turn the
 * oldest goes first.
 *
 * <p>What is at work, the cache of Jobs says; here is only what the cache does not know yet, and
 * who waits. A restart loses nothing: a job that waits asks again by itself.
 */
public final class Turns {

  /** A Job that was created longer ago and is not in the cache is gone. Chosen. */
  static final Duration CACHE_LAG = Duration.ofSeconds(30);

  /**
   * A job that has not asked for so long does not wait any more. Chosen: they ask once a minute.
   */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  private final int atMost;
  private final InstantSource clock;
  private final Map<ResourceID, Instant> begun = new HashMap<>();
  private final TreeMap<Place, Instant> line = new TreeMap<>();
  private volatile Consumer<ResourceID> caller = job -> {};

  /**
   * Bounds them to so many.
   *
   * @param atMost at least 1
   */
  public Turns(int atMost, InstantSource clock) {
    if (atMost < 1) {
      throw new IllegalArgumentException("there must be at least one turn, were " + atMost);
    }
    this.atMost = atMost;
    this.clock = clock;
  }

  /** As many as there are. */
  public static Turns unbounded() {
    return new Turns(Integer.MAX_VALUE, InstantSource.system());
  }

  /** A place in the line: older jobs first, and one order among those of the same second. */
  record Place(Instant createdAt, ResourceID job) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::createdAt)
            .thenComparing(place -> place.job().getNamespace().orElse(""))
            .thenComparing(place -> place.job().getName());

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** What the caches hold. */
  interface Caches {

    /** All Jobs of attempts. */
    Stream<Job> jobs();

    /** Whether this LayoutJob is there: one that was deleted while it waited does not say so. */
    boolean has(ResourceID layoutJob);
  }

  /** How many may be at work. */
  int atMost() {
    return atMost;
  }

  /** Names who is told that a job is to ask again. */
  void callBy(Consumer<ResourceID> tellsToAsk) {
    caller = tellsToAsk;
  }

  /**
   * Whether an attempt may begin now, which then counts as begun. Otherwise its job waits in line.
   *
   * @param job the name of the attempt's Job
   */
  synchronized boolean take(Place place, ResourceID job, Caches caches) {
    if (atMost == Integer.MAX_VALUE) {
      return true;
    }
    Instant now = clock.instant();
    dropThoseWhoLeft(caches, now);
    if (line.headMap(place).size() >= free(caches, now)) {
      line.put(place, now);
      return false;
    }
    line.remove(place);
    begun.put(job, now);
    return true;
  }

  /** The Job was not created after all. */
  synchronized void giveBack(ResourceID job) {
    begun.remove(job);
  }

  /** The job is looked at: it does not wait unless it asks again. Calls those whose turn it is. */
  void leave(Place place, Caches caches) {
    next(place, caches).forEach(caller);
  }

  private synchronized List<ResourceID> next(Place leaves, Caches caches) {
    line.remove(leaves);
    if (line.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    dropThoseWhoLeft(caches, now);
    return line.keySet().stream().limit(free(caches, now)).map(Place::job).toList();
  }

  private void dropThoseWhoLeft(Caches caches, Instant now) {
    line.values().removeIf(asked -> asked.isBefore(now.minus(PATIENCE)));
    line.keySet().removeIf(place -> !caches.has(place.job()));
  }

  private int free(Caches caches, Instant now) {
    begun.values().removeIf(since -> since.isBefore(now.minus(CACHE_LAG)));
    List<Job> known = caches.jobs().toList();
    known.forEach(job -> begun.remove(ResourceID.fromResource(job)));
    long atWork = known.stream().filter(Turns::isAtWork).count();
    return (int) Math.max(0, atMost - atWork - begun.size());
  }

  /** One that Kueue holds is not. */
  private static boolean isAtWork(Job job) {
    RunnerJob attempt = RunnerJob.of(job);
    return attempt.end() == null && !attempt.suspended();
  }
}
