package dev.groma.operator.life;

import dev.groma.api.layoutjob.LayoutJobSpec;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person may change about a job that is there.
 *
 * @param suspend whether it is to hold
 * @param cancel whether it is to end
 * @param retry how often it was asked to run again after a failure
 * @param timeToLive how long it is kept after its end; null for ever
 */
public record Wishes(boolean suspend, boolean cancel, int retry, @Nullable Duration timeToLive) {

  /** Of a spec; those of one that cannot be read are unknown and taken for none. */
  public static Wishes of(@Nullable LayoutJobSpec spec, @Nullable Duration usualTimeToLive) {
    if (spec == null) {
      return new Wishes(false, false, 0, usualTimeToLive);
    }
    Integer ttl = spec.ttlSecondsAfterFinished();
    return new Wishes(
        spec.suspended(),
        spec.cancelled(),
        Objects.requireNonNullElse(spec.retry(), 0),
        ttl == null ? usualTimeToLive : Duration.ofSeconds(ttl));
  }

  /**
   * The same of a job that came out of a queue. It is deleted by the bridge, which first makes sure
   * that its message, should it come once more, does not become another job.
   */
  public Wishes ofQueue() {
    return new Wishes(suspend, cancel, retry, null);
  }
}
