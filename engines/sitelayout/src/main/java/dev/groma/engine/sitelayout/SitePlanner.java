package dev.groma.engine.sitelayout;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Unstoppable;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.earthworks.NoGroundException;
import dev.groma.engine.sitelayout.earthworks.PadElevation;
import dev.groma.engine.sitelayout.earthworks.PadGrading;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.placement.Placement;
import dev.groma.engine.sitelayout.placement.Placer;
import dev.groma.engine.sitelayout.roads.Network;
import dev.groma.engine.sitelayout.roads.Reachability;
import dev.groma.engine.sitelayout.roads.RoadNetwork;
import dev.groma.engine.sitelayout.roads.RouteGrid;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;

/**
 * Plans a site whose ground is at hand: places, pads, roads, volumes, and what to say about them.
 *
 * <p>A pure function of its arguments, without state: one instance serves any number of threads.
 */
public final class SitePlanner {

  /**
   * Plans.
   *
   * @param ground elevations in their full resolution, for volumes and profiles
   * @param working the same at working resolution, for places and routes
   * @throws NoGroundException where earth would have to be moved and elevations are missing
   */
  public Layout plan(
      Site site, Ground ground, Ground working, Settings settings, EngineContext context)
      throws NoGroundException, CancelledException {
    context.progress(0, "measuring slopes");
    WorkingGrid grid = WorkingGrid.of(site, working, context);
    Geometry allowed = Unstoppable.of(context, () -> allowed(site, settings));
    RouteGrid routes = RouteGrid.of(allowed, working, settings.roads(), context);
    List<Asset> fixed = settings.fixed().stream().map(Settings.Fixed::asset).toList();
    routes.block(fixed);
    int entryCell = RoadNetwork.entryCell(routes, site.entry());
    context.progress(15, "flooding from the entry");
    Reachability reach = Reachability.from(entryCell, routes, context);

    Placement placement =
        new Placer(site, grid, settings.rules(), reach, context.part(20, 55))
            .place(settings.program(), fixed);
    context.progress(55, "levelling pads");
    List<Earthworks.Pad> pads = pads(placement.assets(), ground, settings, context);
    routes.block(placement.assets());
    Network network =
        new RoadNetwork(
                Unstoppable.of(context, () -> withoutAssets(allowed, placement.assets())),
                routes,
                ground,
                settings.roads(),
                site.entry(),
                entryCell,
                context.part(60, 85))
            .connect(stops(placement.assets(), pads));
    context.progress(85, "adding up earthworks");
    Earthworks earthworks =
        Earthworks.of(
            ground,
            pads,
            network.roads(),
            settings.roads().width(),
            settings.earthworks(),
            settings.error(),
            context);
    Answer answer = Answers.of(settings.program(), placement, network);
    context.progress(100, "planned");
    return new Layout(
        site,
        ground,
        grid,
        placement.assets(),
        pads,
        network,
        earthworks,
        answer,
        Warnings.of(site, grid, settings, placement, network, earthworks, context));
  }

  private static Geometry allowed(Site site, Settings settings) {
    if (site.exclusions().isEmpty()) {
      return site.boundary();
    }
    double buffer = settings.rules().exclusionBuffer();
    Geometry closed = site.exclusions().buffer(buffer);
    return OverlayNGRobust.overlay(site.boundary(), closed, OverlayNG.DIFFERENCE);
  }

  private static Geometry withoutAssets(Geometry allowed, List<Asset> assets) {
    List<Geometry> footprints = new ArrayList<>();
    assets.forEach(asset -> footprints.add(asset.footprint().polygon()));
    return footprints.isEmpty()
        ? allowed
        : OverlayNGRobust.overlay(
            allowed, CascadedPolygonUnion.union(footprints), OverlayNG.DIFFERENCE);
  }

  private static List<Earthworks.Pad> pads(
      List<Asset> assets, Ground ground, Settings settings, EngineContext context)
      throws NoGroundException, CancelledException {
    PadGrading grading = new PadGrading(ground, context);
    List<Earthworks.Pad> pads = new ArrayList<>();
    for (Asset asset : assets) {
      context.checkCancelled();
      if (asset.type().hasPad()) {
        double elevation =
            grading.elevation(asset.footprint().corners(), elevationRule(asset, settings));
        pads.add(new Earthworks.Pad(asset, elevation));
      }
    }
    return pads;
  }

  private static PadElevation elevationRule(Asset asset, Settings settings) {
    return settings.fixed().stream()
        .filter(fixed -> fixed.asset().id().equals(asset.id()))
        .findFirst()
        .map(Settings.Fixed::elevation)
        .orElse(settings.earthworks().padElevation());
  }

  private static List<RoadNetwork.Stop> stops(List<Asset> assets, List<Earthworks.Pad> pads) {
    List<RoadNetwork.Stop> stops = new ArrayList<>();
    for (Asset asset : assets) {
      OptionalDouble elevation =
          pads.stream()
              .filter(pad -> pad.asset() == asset)
              .mapToDouble(Earthworks.Pad::elevation)
              .findFirst();
      stops.add(new RoadNetwork.Stop(asset, elevation));
    }
    return stops;
  }
}
