package dev.groma.engine.sitefit.proof;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.Infeasible;
import dev.groma.engine.sitefit.Infeasible.Quantity;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Compares the sizes of a house with those of the parts of a region. */
public final class SizeProof {

  /** A difference below this share is rounding, not a proof. */
  private static final double ROUNDING = 1e-9;

  private static final double CIRCLE_PRECISION = 5e-3;

  private SizeProof() {}

  /**
   * A quantity that is larger for the house than for every part of the region, if there is one.
   *
   * @param parts not empty
   */
  public static Optional<Infeasible> find(House house, List<Shape> parts, EngineContext context)
      throws CancelledException {
    for (Quantity quantity : Quantity.values()) {
      double ofHouse = ofHouse(quantity, house);
      double ofRegion = 0;
      for (Shape part : parts) {
        ofRegion = Math.max(ofRegion, ofRegion(quantity, part, context));
      }
      if (ofHouse > ofRegion * (1 + ROUNDING)) {
        return Optional.of(new Infeasible.TooLarge(quantity, ofHouse, ofRegion));
      }
    }
    return Optional.empty();
  }

  private static double ofHouse(Quantity quantity, House house) {
    return switch (quantity) {
      case AREA -> house.shape().area();
      case DIAMETER -> diameter(house.shape());
      case MINIMUM_WIDTH -> width(house.shape());
      case INSCRIBED_RADIUS -> house.circle().radius();
    };
  }

  private static double ofRegion(Quantity quantity, Shape part, EngineContext context)
      throws CancelledException {
    return switch (quantity) {
      case AREA -> part.area();
      case DIAMETER -> diameter(part);
      case MINIMUM_WIDTH -> width(part);
      case INSCRIBED_RADIUS ->
          InscribedCircle.of(new DistanceField(part, 0), CIRCLE_PRECISION, context).bound();
    };
  }

  private static double diameter(Shape shape) {
    Coordinate[] hull = hull(shape).getCoordinates();
    double longest = 0;
    for (int i = 0; i < hull.length; i++) {
      for (int j = 0; j < i; j++) {
        longest = Math.max(longest, hull[i].distance(hull[j]));
      }
    }
    return longest;
  }

  private static double width(Shape shape) {
    return new MinimumDiameter(hull(shape), true).getLength();
  }

  private static Geometry hull(Shape shape) {
    Coordinate[] corners = new Coordinate[shape.size()];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = new Coordinate(shape.x(i), shape.y(i));
    }
    return new ConvexHull(corners, new GeometryFactory()).getConvexHull();
  }
}
