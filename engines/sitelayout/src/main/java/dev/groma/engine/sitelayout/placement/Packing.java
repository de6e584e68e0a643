package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.List;

/** Chooses as many places for assets of one kind as are wanted, the best first. */
final class Packing {

  /** Phases of the lattice a side: a pitch of 120 m is tried in steps of 30 m. */
  private static final int PHASES = 4;

  private final AssetType type;
  private final WorkingGrid grid;
  private final CandidateSearch search;
  private final Cost cost;
  private final EngineContext context;

  Packing(
      AssetType type, WorkingGrid grid, CandidateSearch search, Cost cost, EngineContext context) {
    this.type = type;
    this.grid = grid;
    this.search = search;
    this.cost = cost;
    this.context = context;
  }

  /** Up to {@code wanted} places apart from each other and from the others. */
  List<Candidate> choose(int wanted, List<Asset> others) throws CancelledException {
    List<Candidate> loose = wanted > 1 ? lattice(wanted, others) : List.of();
    return loose.size() >= wanted ? loose : filled(loose, wanted, others);
  }

  /** From the lattice that holds most of what is wanted, and among those at the least cost. */
  private List<Candidate> lattice(int wanted, List<Asset> others) throws CancelledException {
    double pitchX = type.size().length() + type.clearance().spacing();
    double pitchY = type.size().width() + type.clearance().spacing();
    Raster raster = grid.raster();
    List<Candidate> best = List.of();
    double leastCost = Double.POSITIVE_INFINITY;
    for (int i = 0; i < PHASES * PHASES; i++) {
      int column = (int) (pitchX * (i % PHASES) / PHASES / raster.cellX());
      int row = (int) (pitchY * (i / PHASES) / PHASES / raster.cellY());
      if (!raster.contains(column, row)) {
        continue;
      }
      List<Candidate> all = search.lattice(column, row, pitchX, pitchY, cost);
      List<Candidate> chosen = greedy(List.of(), all, wanted, others);
      double sum = chosen.stream().mapToDouble(Candidate::cost).sum();
      if (chosen.size() > best.size() || (chosen.size() == best.size() && sum < leastCost)) {
        best = chosen;
        leastCost = sum;
      }
    }
    return best;
  }

  /** What the lattice left over, and the other way round, whichever holds more. */
  private List<Candidate> filled(List<Candidate> lattice, int wanted, List<Asset> others)
      throws CancelledException {
    List<Candidate> everywhere = search.everywhere(cost);
    List<Candidate> afterLattice = greedy(lattice, everywhere, wanted, others);
    if (afterLattice.size() >= wanted || lattice.isEmpty()) {
      return afterLattice;
    }
    List<Candidate> alone = greedy(List.of(), everywhere, wanted, others);
    return alone.size() > afterLattice.size() ? alone : afterLattice;
  }

  private List<Candidate> greedy(
      List<Candidate> begin, List<Candidate> sorted, int wanted, List<Asset> others)
      throws CancelledException {
    List<Candidate> chosen = new ArrayList<>(begin);
    List<Asset> standing = new ArrayList<>(others);
    begin.forEach(candidate -> standing.add(standing(candidate)));
    for (Candidate candidate : sorted) {
      if (chosen.size() >= wanted) {
        break;
      }
      context.checkCancelled();
      if (Fit.isApart(type, candidate.footprint(), standing) && search.allows(candidate)) {
        chosen.add(candidate);
        standing.add(standing(candidate));
      }
    }
    return chosen;
  }

  private Asset standing(Candidate candidate) {
    return new Asset("", type, candidate.footprint(), false);
  }
}
