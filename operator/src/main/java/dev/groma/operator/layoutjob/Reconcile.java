package dev.groma.operator.layoutjob;

import dev.groma.operator.life.Decider;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Timing;
import dev.groma.operator.telemetry.OperatorMetrics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One look at one LayoutJob, and what follows from it: observe, decide, act, report. It knows
 * neither the SDK nor the API server, only the {@link Cluster} that it is handed.
 */
public final class Reconcile {

  private static final Logger LOG = LoggerFactory.getLogger(Reconcile.class);

  private final BiFunction<Snapshot, Instant, Decision> decider;
  private final Timing timing;
  private final OperatorMetrics metrics;
  private final InstantSource clock;

  /** Decides as {@link Decider} does. */
  Reconcile(Defaults defaults, Timing timing, OperatorMetrics metrics, InstantSource clock) {
    this((seen, now) -> Decider.decide(seen, defaults, timing, now), timing, metrics, clock);
  }

  /**
   * Decides as it is told.
   *
   * @param decider what to do, given what is known and the time
   */
  public Reconcile(
      BiFunction<Snapshot, Instant, Decision> decider,
      Timing timing,
      OperatorMetrics metrics,
      InstantSource clock) {
    this.decider = decider;
    this.timing = timing;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Looks once, does what is to be done, and says when to look again. */
  public Next once(Cluster cluster) {
    Instant now = clock.instant();
    Snapshot seen = cluster.observe();
    Decision decision = decider.apply(seen, now);
    metrics.decided(decision.getClass());
    if (decision instanceof Decision.LookCloser(String why)) {
      LOG.info("looking closer: {}", why);
      seen = cluster.lookCloser(seen);
      decision = decider.apply(seen, now);
    } else if (decision instanceof Decision.AskWhy(String why)) {
      Optional<Snapshot> answered = cluster.askWhy(seen);
      if (answered.isPresent()) {
        LOG.info("asked what keeps it: {}", why);
        seen = answered.get();
        decision = decider.apply(seen, now);
      }
    }
    return new Action(cluster, metrics, timing, now).carryOut(decision, seen);
  }
}
