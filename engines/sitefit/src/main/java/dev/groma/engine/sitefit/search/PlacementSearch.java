package dev.groma.engine.sitefit.search;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.Placement;
import dev.groma.engine.sitefit.RotationRange;
import dev.groma.engine.sitefit.Site;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the best placements of a house in a region. */
public final class PlacementSearch {

  /** Of scores at one rotation, before refinement. Chosen: nobody tells such scores apart. */
  public static final double PRECISION = 1e-3;

  /**
   * Placements in one answer differ in footprint by this share of the house's radius. Chosen: about
   * two metres for a family house.
   */
  private static final double SEPARATION = 0.25;

  private static final Comparator<Rotation> HIGHEST_FIRST =
      Comparator.comparingDouble((Rotation rotation) -> -Math.rint(rotation.bound() * 1e9))
          .thenComparingDouble(Rotation::degrees);

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
      Shape region,
      House house,
      SiteFitParameters parameters,
      InscribedCircle parcelCircle,
      EngineContext context) {
    space = new Space(region, house, SEPARATION * house.radius(), context);
    this.parameters = parameters;
    this.context = context;
    scoring = new Scoring(site, house, parameters.setbacks(), parameters.weights(), parcelCircle);
    degrees = Rotations.of(parameters.rotation(), scoring.directions().aligned());
  }

  /**
   * The score of a placement that somebody else has found; it is not asked whether it fits.
   *
   * @param degrees turned about the origin of the house's own coordinates
   * @param x then moved, in the frame of the site
   * @param y then moved, in the frame of the site
   */
  public static double score(
      Site site,
      House house,
      SiteFitParameters parameters,
      InscribedCircle parcelCircle,
      double degrees,
      double x,
      double y,
      EngineContext context)
      throws CancelledException {
    Scoring scoring =
        new Scoring(site, house, parameters.setbacks(), parameters.weights(), parcelCircle);
    double radians = Math.toRadians(degrees);
    double pivotX = x - house.translationX(radians, 0);
    double pivotY = y - house.translationY(radians, 0);
    return scoring.placement(house.turned(radians), degrees, pivotX, pivotY, context).score();
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
    List<Placement> placements = new ArrayList<>();
    for (Found each : distinct()) {
      placements.add(scoring.placement(each.house(), each.degrees(), each.x(), each.y(), context));
    }
    placements.sort(TieOrder.of(context.seed()));
    return placements;
  }

  /**
   * Takes the best placement, then the best that differs from it, and so on. Bounds only come down
   * as placements are taken, so a rotation is looked at again only when its bound leads the queue.
   */
  private List<Found> distinct() throws CancelledException {
    double most = scoring.mostOfPosition();
    PriorityQueue<Rotation> queue = new PriorityQueue<>(HIGHEST_FIRST);
    for (double degree : degrees) {
      queue.add(new Rotation(degree, scoring.ofRotation(Math.toRadians(degree)) + most));
    }
    List<Found> taken = new ArrayList<>();
    double floor = Double.NEGATIVE_INFINITY;
    int looked = 0;
    for (Rotation next = queue.poll();
        next != null && taken.size() < parameters.topK();
        next = queue.poll()) {
      context.checkCancelled();
      context.progress(
          Math.min(99, 100 * looked++ / (degrees.length + 20 * parameters.topK())), "placing");
      Found best = next.bestAgainst(taken, space.separation());
      if (best != null) {
        taken.add(refined(best, taken));
        queue.add(next);
        floor = floor(queue, taken);
      } else if (next.lookCloser(scoring, space, taken, floor)) {
        Found improved = next.bestAgainst(taken, space.separation());
        floor = improved == null ? floor : Math.max(floor, improved.score());
        queue.add(next);
      }
    }
    return taken;
  }

  /** The best position that is known and still differs from those taken. */
  private double floor(Iterable<Rotation> rotations, List<Found> taken) {
    double floor = Double.NEGATIVE_INFINITY;
    for (Rotation rotation : rotations) {
      Found best = rotation.bestAgainst(taken, space.separation());
      floor = best == null ? floor : Math.max(floor, best.score());
    }
    return floor;
  }

  private Found refined(Found best, List<Found> taken) throws CancelledException {
    return new Refinement(space, scoring, parameters.rotation(), List.copyOf(taken)).refine(best);
  }
}
