package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Footprint;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves every pad that is not fixed to a better place near by (what has no pad stays in line with
 * its neighbours): a pattern search (R. Hooke and T. A. Jeeves, "Direct search", J. ACM 8, 1961)
 * over the eight directions, with steps that are halved until they are shorter than a cell. The sum
 * of the costs falls with every move, so it ends.
 */
record LocalSearch(Fit fit, double cell, EngineContext context) {

  private static final int ROUNDS = 3;
  private static final int[][] DIRECTIONS = {
    {-1, -1}, {0, -1}, {1, -1}, {-1, 0}, {1, 0}, {-1, 1}, {0, 1}, {1, 1}
  };

  /** The assets in the same order, each at its place or at a better one. */
  List<Asset> improve(List<Asset> assets, CostOf costs) throws CancelledException {
    List<Asset> all = new ArrayList<>(assets);
    boolean moved = true;
    for (int round = 0; round < ROUNDS && moved; round++) {
      moved = false;
      for (int i = 0; i < all.size(); i++) {
        context.checkCancelled();
        Asset asset = all.get(i);
        if (!asset.fixed() && asset.type().hasPad()) {
          List<Asset> others = new ArrayList<>(all);
          others.remove(i);
          Asset better = improve(asset, others, costs.of(asset));
          moved |= better != asset;
          all.set(i, better);
        }
      }
    }
    return all;
  }

  /** The cost function of an asset. */
  @FunctionalInterface
  interface CostOf {
    Cost of(Asset asset);
  }

  private Asset improve(Asset asset, List<Asset> others, Cost cost) throws CancelledException {
    Footprint at = asset.footprint();
    double least = cost.of(asset.type(), at);
    for (double step = 4 * cell; step >= cell / 2; step /= 2) {
      boolean better = true;
      while (better) {
        better = false;
        context.checkCancelled();
        for (int[] direction : DIRECTIONS) {
          Footprint there = at.movedTo(at.x() + direction[0] * step, at.y() + direction[1] * step);
          double value = cost.of(asset.type(), there);
          if (value < least - 1e-9
              && Fit.isApart(asset.type(), there, others)
              && fit.allows(asset.type(), there)) {
            at = there;
            least = value;
            better = true;
          }
        }
      }
    }
    return at == asset.footprint() ? asset : asset.at(at);
  }
}
