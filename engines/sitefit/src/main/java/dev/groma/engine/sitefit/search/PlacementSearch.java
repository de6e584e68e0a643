package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.RotationRange;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import java.util.ArrayList;
import java.util.List;

/** Finds the best placements of a house in a region. */
public final class PlacementSearch {

  /**
   * Of scores: no rotation that is tried has a better one by more. Chosen: nobody tells such scores
   * apart.
   */
  public static final double PRECISION = 1e-3;

  private final Space space;
  private final SiteFitParameters parameters;
  private final Scoring scoring;
  private final EngineContext context;
  private final double[] degrees;

  /**
   * Prepares a search.
   *
   * @param region where the house may lie, setbacks and tolerance applied
   * @param parcelCircle the largest in the parcel
   */
  public PlacementSearch(
      Site site,
      DistanceField region,
      House house,
      SiteFitParameters parameters,
      InscribedCircle parcelCircle,
      EngineContext context) {
    space = Space.of(site, region, house, parameters, context);
    this.parameters = parameters;
    this.context = context;
    scoring = new Scoring(site, house, parameters.setbacks(), parameters.weights(), parcelCircle);
    degrees = Rotations.of(parameters.rotation(), scoring.directions().aligned());
  }

  /**
   * The score of a placement that somebody else has found; it is not asked whether it fits.
   *
   * @param turn degrees about the origin of the house's own coordinates
   * @param x then moved, in the frame of the site
   * @param y then moved, in the frame of the site
   */
  public double score(double turn, double x, double y) {
    House house = space.house();
    double radians = Math.toRadians(turn);
    double pivotX = x - house.translationX(radians, 0);
    double pivotY = y - house.translationY(radians, 0);
    return scoring.placement(house.turned(radians), turn, pivotX, pivotY).score();
  }

  /** How many rotations are tried. */
  public int rotations() {
    return degrees.length;
  }

  /** The widest gap between rotations that are tried. */
  public double resolution() {
    RotationRange range = parameters.rotation();
    double widest = 0;
    for (int i = 1; i < degrees.length; i++) {
      widest = Math.max(widest, degrees[i] - degrees[i - 1]);
    }
    return Math.max(widest, Math.min(range.step(), range.max() - range.min()));
  }

  /** The best placements, best first; none where the house fits at none of the rotations. */
  public List<Placement> best() throws CancelledException {
    List<Found> taken = new ArrayList<>();
    Terrain terrain = new Terrain(scoring, space, taken);
    Cell root = Cell.root(Sector.of(degrees, scoring, space.house()), scoring.emptyGarden());
    BranchAndBound search =
        new BranchAndBound(
            space, terrain, new Refinement(space, parameters.rotation(), terrain), root);
    for (Found next = search.next(); next != null; next = search.next()) {
      taken.add(next);
      context.progress(100 * taken.size() / parameters.topK(), "placing");
      if (taken.size() == parameters.topK()) {
        break;
      }
    }
    List<Placement> placements = new ArrayList<>();
    for (Found each : taken) {
      placements.add(scoring.placement(each.house(), each.degrees(), each.x(), each.y()));
    }
    placements.sort(TieOrder.of(context.seed()));
    return placements;
  }
}
