package dev.groma.engine.sitelayout.earthworks;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.ground.Ground;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.quadtree.Quadtree;

/**
 * The one surface that the site becomes, put together facet by facet: where facets overlap, the
 * earlier one counts and the later one yields, so no cubic metre is counted twice.
 *
 * <p>A body is a group of facets that do not overlap each other, such as a pad or a road; facets
 * that may, such as batters, are bodies of their own.
 */
public final class DesignSurface {

  private final SurfaceIntegral integral;
  private final Quadtree taken = new Quadtree();
  private double unknownArea;

  /** Nothing designed yet on this ground. */
  public DesignSurface(Ground ground, EngineContext context) {
    integral = new SurfaceIntegral(ground, context);
  }

  /** What a body adds: its volumes and its area in square metres, without what was taken before. */
  public record Added(CutFill volumes, double area) {}

  /**
   * Adds a body and says what it moves where nothing was designed before.
   *
   * @param body facets with convex outlines
   */
  public Added add(List<Facet> body) throws NoGroundException, CancelledException {
    return add(body, false);
  }

  /** The same for roads and batters: pieces without ground below are left out and summed up. */
  Added addWhereKnown(List<Facet> body) throws NoGroundException, CancelledException {
    return add(body, true);
  }

  /** Square metres that {@link #addWhereKnown} left out. */
  double unknownArea() {
    return unknownArea;
  }

  private Added add(List<Facet> body, boolean whereKnown)
      throws NoGroundException, CancelledException {
    CutFill sum = CutFill.NONE;
    double area = 0;
    List<double[]> own = new ArrayList<>(body.size());
    for (Facet facet : body) {
      double[] outline = ConvexPieces.counterclockwise(facet.xy());
      for (double[] piece : free(outline)) {
        area += ConvexPieces.area(piece);
        try {
          sum = sum.plus(counted(integral.over(piece, facet.design()), facet.counts()));
        } catch (NoGroundException missing) {
          if (!whereKnown) {
            throw missing;
          }
          unknownArea += ConvexPieces.area(piece);
        }
      }
      own.add(outline);
    }
    own.forEach(outline -> taken.insert(box(outline), outline));
    return new Added(sum, area);
  }

  private List<double[]> free(double[] outline) {
    Envelope box = box(outline);
    List<double[]> pieces = List.of(outline);
    for (Object found : taken.query(box)) {
      double[] other = (double[]) found;
      if (box.intersects(box(other))) {
        List<double[]> left = new ArrayList<>();
        for (double[] piece : pieces) {
          ConvexPieces.subtract(piece, other, left);
        }
        pieces = left;
      }
    }
    return pieces;
  }

  private static CutFill counted(CutFill volumes, Facet.Counts counts) {
    return switch (counts) {
      case BOTH -> volumes;
      case CUT -> new CutFill(volumes.cut(), 0);
      case FILL -> new CutFill(0, volumes.fill());
    };
  }

  private static Envelope box(double[] xy) {
    Envelope box = new Envelope();
    for (int i = 0; i < xy.length; i += 2) {
      box.expandToInclude(xy[i], xy[i + 1]);
    }
    return box;
  }
}
