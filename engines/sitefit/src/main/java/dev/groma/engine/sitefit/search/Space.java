package dev.groma.engine.sitefit.search;

import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Bounds;
import dev.groma.engine.sitefit.fit.Containment;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.TurnedHouse;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search moves in.
 *
 * @param region where the house may lie
 * @param house that is placed
 * @param separation by which the footprints of placements differ, metres
 * @param context of the run
 */
record Space(Shape region, House house, double separation, EngineContext context) {

  /** A box around the positions of the pivot at which a turned house may fit; null without any. */
  @Nullable Bounds positions(TurnedHouse turned) {
    Bounds all = region.bounds();
    Bounds of = turned.bounds();
    double minX = all.minX() - of.minX();
    double minY = all.minY() - of.minY();
    double maxX = all.maxX() - of.maxX();
    double maxY = all.maxY() - of.maxY();
    return minX <= maxX && minY <= maxY ? new Bounds(minX, minY, maxX, maxY) : null;
  }

  /** The score at a rotation, without what is too near to placements taken. */
  ScoreTerrain terrain(Scoring scoring, TurnedHouse turned, List<Found> taken) {
    return new ScoreTerrain(scoring, turned, new Containment(region, turned), taken, separation);
  }
}
