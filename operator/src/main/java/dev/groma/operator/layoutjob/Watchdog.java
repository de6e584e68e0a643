package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.javaoperatorsdk.operator.api.reconciler.ResourceCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a change was never looked at.
 *
 * <p>The SDK can lose an event or keep an object "under processing" for ever, and nothing in it
 * would tell. So every change of a spec that stands in the cache is held against the last reconcile
 * that came to its end, by a timer of its own.
 */
public final class Watchdog {

  /** A reconcile takes milliseconds, one that is tried again waits at most a minute. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Long> reconciled = new ConcurrentHashMap<>();
  private final Map<String, Change> waiting = new HashMap<>();
  private volatile @Nullable ResourceCache<LayoutJob> cache;
  private volatile Duration oldest = Duration.ZERO;

  /** Measures time by this clock. */
  public Watchdog(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A change that was not looked at.
   *
   * @param generation of the spec
   * @param since when it was first seen waiting
   */
  private record Change(long generation, Instant since) {}

  /** Looks at the LayoutJobs of this cache from now on. */
  void watch(ResourceCache<LayoutJob> layoutJobs) {
    cache = layoutJobs;
  }

  /** A reconcile of this LayoutJob came to its end. */
  void reconciled(LayoutJob job) {
    ObjectMeta metadata = job.getMetadata();
    reconciled.merge(metadata.getUid(), generation(metadata), Math::max);
  }

  /** Looks at all LayoutJobs; called by a timer, a few times a minute. */
  public synchronized void look() {
    ResourceCache<LayoutJob> layoutJobs = cache;
    if (layoutJobs == null) {
      return;
    }
    Instant now = clock.instant();
    Set<String> seen = new HashSet<>();
    layoutJobs
        .list()
        .forEach(job -> {
          // The SDK does not call the operator for an object that is being deleted.
          if (job.getMetadata().getDeletionTimestamp() == null) {
            seen.add(job.getMetadata().getUid());
            look(job.getMetadata(), now);
          }
        });
    reconciled.keySet().retainAll(seen);
    waiting.keySet().retainAll(seen);
    oldest =
        waiting.values().stream()
            .map(change -> Duration.between(change.since(), now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
  }

  private void look(ObjectMeta metadata, Instant now) {
    Long done = reconciled.get(metadata.getUid());
    long generation = generation(metadata);
    if (done != null && done >= generation) {
      waiting.remove(metadata.getUid());
    } else {
      waiting.compute(
          metadata.getUid(),
          (uid, before) ->
              before != null && before.generation() == generation
                  ? before
                  : new Change(generation, now));
    }
  }

  /** Age of the oldest change that no reconcile has come to an end with. */
  public Duration oldestUnreconciled() {
    return oldest;
  }

  /** Whether changes are looked at in time. */
  public boolean isHealthy() {
    return oldest.compareTo(TOO_LONG) <= 0;
  }

  private static long generation(ObjectMeta metadata) {
    return metadata.getGeneration() == null ? 0 : metadata.getGeneration();
  }
}
