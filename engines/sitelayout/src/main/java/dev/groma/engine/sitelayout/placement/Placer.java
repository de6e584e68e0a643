package dev.groma.engine.sitelayout.placement;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.AssetType;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Places a program on a site: what serves the site first, the largest before the smaller, near the
 * entry; then what generates, near the substation, until the target is reached.
 *
 * <p>Of kinds that fill up to a target the set is the smallest that reaches it: of what is missing
 * as much as possible in the largest units, the rest by the smallest unit that covers it. For one
 * thread.
 */
public final class Placer {

  private final Site site;
  private final WorkingGrid grid;
  private final Rules rules;
  private final Reach reach;
  private final EngineContext context;
  private final Fit fit;
  private final double longAxis;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Shortfall> shortfalls = new ArrayList<>();
  private List<Asset> assets = new ArrayList<>();

  /** A placer for one run. */
  public Placer(Site site, WorkingGrid grid, Rules rules, Reach reach, EngineContext context) {
    this.site = site;
    this.grid = grid;
    this.rules = rules;
    this.reach = reach;
    this.context = context;
    fit = new Fit(site, grid, rules, reach);
    longAxis = longAxis(site.boundary());
  }

  /** The direction of the longest side of the smallest rectangle around, to whole degrees. */
  private static double longAxis(Geometry boundary) {
    Coordinate[] box = MinimumDiameter.getMinimumRectangle(boundary).getCoordinates();
    if (box.length < 4) {
      return 0;
    }
    int longer = box[0].distance(box[1]) >= box[1].distance(box[2]) ? 0 : 1;
    double dx = box[longer + 1].x - box[longer].x;
    double dy = box[longer + 1].y - box[longer].y;
    return Math.rint(Math.toDegrees(Math.atan2(dy, dx)));
  }

  /**
   * Places the program around what is fixed. Fixed assets count towards it.
   *
   * @param fixed assets that stay where they are, whether that is allowed or not
   */
  public Placement place(Program program, List<Asset> fixed) throws CancelledException {
    assets = new ArrayList<>(fixed);
    List<Program.Wanted> counted = new ArrayList<>(program.counted());
    counted.sort(
        Comparator.comparing((Program.Wanted wanted) -> wanted.type().generates())
            .thenComparing(wanted -> -wanted.type().size().area()));
    for (Program.Wanted wanted : counted) {
      int standing = count(wanted.type());
      add(wanted.type(), wanted.count() - standing);
    }
    fill(program);
    context.progress(70, "improving places");
    assets =
        new ArrayList<>(
            new LocalSearch(fit, grid.cell(), context)
                .improve(assets, asset -> costOf(asset.type())));
    context.progress(100, "placed");
    return new Placement(assets, shortfalls);
  }

  private int count(AssetType type) {
    return (int) assets.stream().filter(asset -> asset.type().name().equals(type.name())).count();
  }

  private double missing(Program program) {
    return program.targetKw() - assets.stream().mapToDouble(a -> a.type().capacityKw()).sum();
  }

  private void fill(Program program) throws CancelledException {
    List<AssetType> kinds = new ArrayList<>(program.filling());
    kinds.sort(
        Comparator.comparingDouble(AssetType::capacityKw)
            .reversed()
            .thenComparing(AssetType::name));
    while (missing(program) > TINY_KW && !kinds.isEmpty()) {
      double missing = missing(program);
      AssetType last = null;
      for (AssetType kind : kinds) {
        last = kind.capacityKw() >= missing ? kind : last;
      }
      AssetType kind = last != null ? last : kinds.getFirst();
      int wanted = last != null ? 1 : (int) Math.floor(missing / kind.capacityKw() + TINY_KW);
      if (kinds.size() == 1) {
        wanted = (int) Math.ceil(missing / kind.capacityKw() - TINY_KW);
      }
      if (add(kind, wanted) < wanted) {
        kinds.remove(kind);
      }
    }
  }

  /** Capacities are given in whole kilowatts at most; below this there is nothing to reach. */
  private static final double TINY_KW = 1e-6;

  /** Adds assets of a kind, records a shortfall, and says how many there are. */
  private int add(AssetType type, int wanted) throws CancelledException {
    if (wanted <= 0) {
      return 0;
    }
    context.progress(type.generates() ? 30 : 0, "placing " + type.name());
    List<Candidate> chosen = choose(type, wanted, grid, fit, rules);
    for (Candidate candidate : chosen) {
      assets.add(new Asset(nextId(type), type, candidate.footprint(), false));
    }
    if (chosen.size() < wanted) {
      shortfalls.add(explain(type, wanted, chosen.size()));
    }
    return chosen.size();
  }

  private String nextId(AssetType type) {
    while (true) {
      String id = type.name() + "-" + numbers.merge(type.name(), 1, Integer::sum);
      if (assets.stream().noneMatch(asset -> asset.id().equals(id))) {
        return id;
      }
    }
  }

  private List<Candidate> choose(
      AssetType type, int wanted, WorkingGrid on, Fit allowed, Rules with)
      throws CancelledException {
    CandidateSearch search = new CandidateSearch(type, on, with, allowed, longAxis, context);
    return new Packing(type, on, search, costOf(type), context).choose(wanted, assets);
  }

  /** What generates wants to be near the substation, everything else near the entry. */
  private Cost costOf(AssetType type) {
    Coordinate anchor = site.entry();
    if (type.generates()) {
      anchor =
          assets.stream()
              .filter(asset -> asset.type().name().equals(Catalogue.SUBSTATION))
              .findFirst()
              .map(asset -> new Coordinate(asset.footprint().x(), asset.footprint().y()))
              .orElse(anchor);
    }
    return new Cost(grid, anchor);
  }

  /** Lifts one constraint at a time and sees which lets most assets in. */
  private Shortfall explain(AssetType type, int wanted, int placed) throws CancelledException {
    List<Asset> withOwn = List.copyOf(assets);
    assets = new ArrayList<>(withOwn.subList(0, withOwn.size() - placed));
    Shortfall.Cause cause = Shortfall.Cause.AREA;
    int most = placed;
    for (Shortfall.Cause lifted : Shortfall.Cause.values()) {
      int possible =
          switch (lifted) {
            case AREA -> placed;
            case SLOPE -> lifted(type.onAnySlope(), wanted, site, rules, reach);
            case SPACING -> withoutSpacing(type, wanted);
            case EXCLUSIONS -> lifted(type, wanted, withoutExclusions(), new Rules(0), reach);
            case ACCESS -> lifted(type, wanted, site, rules, Reach.EVERYWHERE);
          };
      if (possible > most) {
        most = possible;
        cause = lifted;
      }
    }
    assets = new ArrayList<>(withOwn);
    return new Shortfall(type.name(), wanted, placed, cause, most);
  }

  private int lifted(AssetType type, int wanted, Site on, Rules with, Reach within)
      throws CancelledException {
    WorkingGrid cells = on == site ? grid : WorkingGrid.of(on, grid.ground(), context);
    return choose(type, wanted, cells, new Fit(on, cells, with, within), with).size();
  }

  private Site withoutExclusions() {
    return new Site(
        site.boundary(),
        site.exclusions().getFactory().createMultiPolygon(),
        site.entry(),
        site.entryAssumed());
  }

  private int withoutSpacing(AssetType type, int wanted) throws CancelledException {
    List<Asset> kept = assets;
    assets = new ArrayList<>();
    for (Asset asset : kept) {
      assets.add(
          new Asset(asset.id(), asset.type().withoutSpacing(), asset.footprint(), asset.fixed()));
    }
    int possible = lifted(type.withoutSpacing(), wanted, site, rules, reach);
    assets = kept;
    return possible;
  }
}
