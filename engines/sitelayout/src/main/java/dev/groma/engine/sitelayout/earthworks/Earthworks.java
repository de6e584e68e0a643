package dev.groma.engine.sitelayout.earthworks;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.roads.Road;
import java.util.ArrayList;
import java.util.List;

/**
 * All earth that a layout moves.
 *
 * @param pads in the order of the assets
 * @param roads in the order of the roads
 * @param balance of the site
 * @param design every facet of the design surface, the earlier one on top
 * @param daylightMissed whether some batter met no ground within the longest distance
 * @param unknownArea square metres of roads and batters over ground without elevations, such as the
 *     first metres of a road that begins outside; no volume counts there
 */
public record Earthworks(
    List<Work> pads,
    List<Work> roads,
    EarthBalance balance,
    List<Facet> design,
    boolean daylightMissed,
    double unknownArea) {

  public Earthworks {
    pads = List.copyOf(pads);
    roads = List.copyOf(roads);
    design = List.copyOf(design);
  }

  /** A levelled asset. */
  public record Pad(Asset asset, double elevation) {}

  /**
   * What one pad or road moves.
   *
   * @param id of the asset or the road
   * @param area in square metres; of a road without what belongs to pads and earlier roads
   * @param body the pad as drawn, or the road over its area
   * @param batters the side slopes; nothing where they are not counted
   * @param shared what earlier pads that overlap this one move already; totals leave it out
   * @param sigma standard deviation of the volume from the errors of the elevation model, in cubic
   *     metres
   */
  public record Work(
      String id, double area, CutFill body, CutFill batters, CutFill shared, double sigma) {

    /** Body and batters together. */
    public CutFill total() {
      return body.plus(batters);
    }

    /** What of it no earlier pad or road moves. */
    public CutFill counted() {
      return total().minus(shared);
    }
  }

  /**
   * Counts every cubic metre once: pads first, then roads in their order, then the batters of pads
   * and of roads.
   */
  public static Earthworks of(
      Ground ground,
      List<Pad> pads,
      List<Road> roads,
      double roadWidth,
      EarthworkRules rules,
      DemError error,
      EngineContext context)
      throws NoGroundException, CancelledException {
    Counting counting = new Counting(new DesignSurface(ground, context));
    SurfaceIntegral integral = new SurfaceIntegral(ground, context);
    List<DesignSurface.Added> padBodies = new ArrayList<>();
    List<CutFill> shared = new ArrayList<>();
    List<DesignSurface.Added> roadBodies = new ArrayList<>();
    List<Ribbon> ribbons = new ArrayList<>();
    for (Pad pad : pads) {
      context.checkCancelled();
      double[] outline = pad.asset().footprint().corners();
      Plane level = Plane.level(pad.elevation());
      CutFill drawn = integral.over(outline, level);
      DesignSurface.Added added = counting.add(List.of(Facet.of(outline, level)));
      padBodies.add(new DesignSurface.Added(drawn, pad.asset().footprint().size().area()));
      shared.add(drawn.minus(added.volumes()));
    }
    for (Road road : roads) {
      context.checkCancelled();
      Ribbon ribbon = Ribbon.along(road.xyz(), roadWidth);
      ribbons.add(ribbon);
      roadBodies.add(counting.addWhereKnown(ribbon.facets()));
    }
    Batters batters = new Batters(ground, rules.sideSlopeRatio(), EarthworkRules.LONGEST_BATTER);
    List<Work> padWorks = new ArrayList<>();
    for (int i = 0; i < pads.size(); i++) {
      context.checkCancelled();
      Pad pad = pads.get(i);
      CutFill sides =
          rules.sideSlopes()
              ? counting.addEach(batters.around(pad.asset().footprint().corners(), pad.elevation()))
              : CutFill.NONE;
      padWorks.add(work(pad.asset().id(), padBodies.get(i), sides, shared.get(i), error));
    }
    List<Work> roadWorks = new ArrayList<>();
    for (int i = 0; i < roads.size(); i++) {
      context.checkCancelled();
      CutFill sides =
          rules.sideSlopes()
              ? counting.addEach(batters.along(ribbons.get(i).edges()))
              : CutFill.NONE;
      roadWorks.add(work(roads.get(i).id(), roadBodies.get(i), sides, CutFill.NONE, error));
    }
    return new Earthworks(
        padWorks,
        roadWorks,
        balance(padWorks, roadWorks, rules),
        counting.facets,
        batters.daylightMissed(),
        counting.surface.unknownArea());
  }

  private static Work work(
      String id, DesignSurface.Added body, CutFill sides, CutFill shared, DemError error) {
    return new Work(id, body.area(), body.volumes(), sides, shared, error.sigmaVolume(body.area()));
  }

  private static EarthBalance balance(List<Work> pads, List<Work> roads, EarthworkRules rules) {
    CutFill sum = CutFill.NONE;
    double variance = 0;
    for (List<Work> works : List.of(pads, roads)) {
      for (Work work : works) {
        sum = sum.plus(work.counted());
        variance += work.sigma() * work.sigma();
      }
    }
    return new EarthBalance(sum, rules.soil(), Math.sqrt(variance));
  }

  /** The design surface and a list of what was put on it. */
  private static final class Counting {

    private final DesignSurface surface;
    private final List<Facet> facets = new ArrayList<>();

    Counting(DesignSurface surface) {
      this.surface = surface;
    }

    DesignSurface.Added add(List<Facet> body) throws NoGroundException, CancelledException {
      facets.addAll(body);
      return surface.add(body);
    }

    DesignSurface.Added addWhereKnown(List<Facet> body)
        throws NoGroundException, CancelledException {
      facets.addAll(body);
      return surface.addWhereKnown(body);
    }

    CutFill addEach(List<Facet> bodies) throws NoGroundException, CancelledException {
      CutFill sum = CutFill.NONE;
      for (Facet facet : bodies) {
        sum = sum.plus(addWhereKnown(List.of(facet)).volumes());
      }
      return sum;
    }
  }
}
