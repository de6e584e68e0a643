package dev.groma.engine.sitelayout;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.earthworks.DemError;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules;
import dev.groma.engine.sitelayout.earthworks.Earthworks;
import dev.groma.engine.sitelayout.placement.FixedCheck;
import dev.groma.engine.sitelayout.placement.Placement;
import dev.groma.engine.sitelayout.placement.Shortfall;
import dev.groma.engine.sitelayout.roads.Network;
import dev.groma.engine.sitelayout.roads.Road;
import dev.groma.engine.sitelayout.site.Site;
import dev.groma.engine.sitelayout.site.WorkingGrid;
import java.util.ArrayList;
import java.util.List;

/** Collects what a person should know before using a layout. */
final class Warnings {

  private static final Decimals METRES = new Decimals(1);
  private static final Decimals WHOLE = new Decimals(0);

  private final List<Warning> all = new ArrayList<>();

  private Warnings() {}

  static List<Warning> of(
      Site site,
      WorkingGrid grid,
      Settings settings,
      Placement placement,
      Network network,
      Earthworks earthworks,
      EngineContext context)
      throws CancelledException {
    Warnings warnings = new Warnings();
    warnings.entry(site);
    for (Settings.Fixed fixed : settings.fixed()) {
      context.checkCancelled();
      FixedCheck.of(fixed.asset(), site, grid, settings.rules(), placement.assets())
          .forEach(text -> warnings.add(fixed.asset().id(), text));
    }
    for (Shortfall shortfall : placement.shortfalls()) {
      warnings.add(shortfall.type(), shortfall.describe());
    }
    warnings.radii(network, settings);
    warnings.error(earthworks, settings);
    if (earthworks.unknownArea() > 1) {
      warnings.add(
          "terrain",
          "roads and side slopes cover "
              + WHOLE.format(earthworks.unknownArea())
              + " m2 beyond the elevation model; no earth is counted there");
    }
    if (earthworks.daylightMissed()) {
      warnings.add(
          "earthworks",
          "a side slope meets no ground within "
              + WHOLE.format(EarthworkRules.LONGEST_BATTER)
              + " m or leaves the elevation model; its volume counts up to there: a wall or a"
              + " steeper sideSlopeRatio is needed");
    }
    return List.copyOf(warnings.all);
  }

  private void add(String about, String text) {
    all.add(new Warning(about, text));
  }

  private void entry(Site site) {
    if (site.entryAssumed()) {
      add(
          "entry",
          "no entry was given; roads begin at the point of the boundary nearest to the middle of"
              + " the site: give entry, or a point in a folder named entry");
    }
  }

  private void radii(Network network, Settings settings) {
    double wanted = settings.roads().minRadius();
    List<Road> tight =
        network.roads().stream().filter(road -> road.minRadius() < wanted * 0.999).toList();
    if (!tight.isEmpty()) {
      double tightest = tight.stream().mapToDouble(Road::minRadius).min().orElseThrow();
      String ids = String.join(", ", tight.stream().limit(5).map(Road::id).toList());
      String more = tight.size() > 5 ? " and " + (tight.size() - 5) + " more" : "";
      add(
          "roads",
          "bends tighter than "
              + METRES.format(wanted)
              + " m, down to "
              + METRES.format(tightest)
              + " m, where the room is too narrow: "
              + ids
              + more);
    }
  }

  private void error(Earthworks earthworks, Settings settings) {
    int doubtful = 0;
    for (Earthworks.Work pad : earthworks.pads()) {
      doubtful += DemError.isWorthAWarning(pad.sigma(), pad.body()) ? 1 : 0;
    }
    if (doubtful > 0) {
      add(
          "terrain",
          "the error of the elevation model (standard deviation "
              + new Decimals(2).format(settings.error().sigma())
              + " m) exceeds 30 % of the volume of "
              + doubtful
              + " of "
              + earthworks.pads().size()
              + " pads: survey these pads before trusting their cubic metres");
    }
    if (DemError.isWorthAWarning(earthworks.balance().sigma(), earthworks.balance().volumes())) {
      add(
          "earthworks",
          "the total volume is known to "
              + WHOLE.format(earthworks.balance().sigma())
              + " m3 only, more than 30 % of it: read it as an order of magnitude");
    }
  }
}
