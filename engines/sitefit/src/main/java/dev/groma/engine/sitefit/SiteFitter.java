package dev.groma.engine.sitefit;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.proof.Exhaustion;
import dev.groma.engine.sitefit.proof.SizeProof;
import dev.groma.engine.sitefit.region.BuildableRegion;
import dev.groma.engine.sitefit.search.PlacementSearch;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Places a house on a parcel.
 *
 * <p>The stages, each a package: subtract the setbacks; compare sizes; search rotations and
 * positions; where nothing was found, rule everything out. A pure function of its arguments,
 * without state.
 *
 * <p>Containment is exact within the tolerance. No rotation of the grid, and none that aligns
 * edges, has a better score by more than {@link PlacementSearch#PRECISION}; refinement finds what
 * is between them.
 */
public final class SiteFitter {

  /** Of the circle that scores are measured by, metres: they have more than four places. */
  private static final double CIRCLE_PRECISION = 1e-4;

  /** Places the house. */
  public Fit fit(Site site, SiteFitParameters parameters, EngineContext context)
      throws CancelledException {
    context.progress(0, "buildable region");
    House house = House.of(site.house(), context);
    BuildableRegion region =
        BuildableRegion.of(site, parameters.setbacks(), parameters.tolerance());
    BuildableRegion drawn = BuildableRegion.of(site, parameters.setbacks(), 0);
    Optional<Infeasible> tooLarge = tooLarge(site, house, region, parameters, context);
    if (tooLarge.isPresent()) {
      return new Fit(List.of(), tooLarge.get(), site, drawn.parts(), 0);
    }
    Shape shape = region.shape();
    DistanceField field = new DistanceField(shape, house.radius());
    PlacementSearch search =
        new PlacementSearch(
            site,
            field,
            house,
            parameters,
            InscribedCircle.of(new DistanceField(site.parcel(), 0), CIRCLE_PRECISION, context),
            context.part(10, 90));
    List<Placement> placements = search.best();
    if (!placements.isEmpty()) {
      context.progress(100, "done");
      return new Fit(placements, null, site, drawn.parts(), search.rotations());
    }
    context.progress(90, "proving");
    Infeasible reason =
        new Exhaustion(field, house, context)
            .prove(parameters.rotation())
            .orElseGet(() -> new Infeasible.NotFound(search.resolution()));
    context.progress(100, "done");
    return new Fit(List.of(), reason, site, drawn.parts(), search.rotations());
  }

  private static Optional<Infeasible> tooLarge(
      Site site,
      House house,
      BuildableRegion region,
      SiteFitParameters parameters,
      EngineContext context)
      throws CancelledException {
    double ratio = house.shape().area() / site.parcel().area();
    if (ratio > parameters.coverageRatioMax() && parameters.coverageRatioMax() < 1) {
      return Optional.of(new Infeasible.CoversTooMuch(ratio, parameters.coverageRatioMax()));
    }
    if (region.parts().isEmpty()) {
      return Optional.of(new Infeasible.NothingBuildable());
    }
    List<Shape> parts = region.parts().stream().map(part -> Shape.of(List.of(part), 0, 0)).toList();
    return SizeProof.find(house, parts, context);
  }
}
