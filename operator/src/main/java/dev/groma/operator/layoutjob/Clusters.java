package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.time.InstantSource;

/** Gives a LayoutJob its view of the world: the one place where effects come in. */
public final class Clusters {

  private final AttemptManifest manifest;
  private final Defaults defaults;
  private final Turns turns;
  private final OperatorMetrics metrics;
  private final InstantSource clock;
  private final Questions questions;

  /** Makes Jobs of this manifest when it is their turn, and counts what is written. */
  public Clusters(
      AttemptManifest manifest,
      Defaults defaults,
      Turns turns,
      OperatorMetrics metrics,
      InstantSource clock) {
    this.manifest = manifest;
    this.defaults = defaults;
    this.turns = turns;
    this.metrics = metrics;
    this.clock = clock;
    this.questions = new Questions(clock);
  }

  /** What holds where a spec says nothing. */
  Defaults defaults() {
    return defaults;
  }

  /** Who may begin when. */
  Turns turns() {
    return turns;
  }

  Cluster of(LayoutJob primary, Context<LayoutJob> context) {
    return new ApiCluster(primary, context, manifest, defaults, turns, metrics, questions, clock);
  }
}
