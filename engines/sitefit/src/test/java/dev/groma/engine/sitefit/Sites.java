package dev.groma.engine.sitefit;

import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.region.BuildableRegion;
import dev.groma.engine.sitefit.search.PlacementSearch;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Sites for tests, and what an independent library says of placements on them. */
final class Sites {

  static final double TOLERANCE = SiteFitParameters.DEFAULT_TOLERANCE;

  private Sites() {}

  static Points ring(double... xy) {
    double[] closed = Arrays.copyOf(xy, xy.length + 2);
    closed[xy.length] = xy[0];
    closed[xy.length + 1] = xy[1];
    return Points.of(closed);
  }

  static Points rectangle(double width, double height) {
    return ring(0, 0, width, 0, width, height, 0, height);
  }

  static Site site(Points parcel, Points house) {
    return site(new SoundPolygon(parcel, List.of()), house);
  }

  static Site site(SoundPolygon parcel, Points house) {
    return Site.of(List.of(parcel), house, new Frontage.Unknown(), 0);
  }

  static SiteFitParameters parameters(double setback, RotationRange rotation, Weights weights) {
    return new SiteFitParameters(
        null, Setbacks.of(setback), null, rotation, weights, 1, 1, TOLERANCE);
  }

  static SiteFitParameters parameters(double setback) {
    return parameters(setback, RotationRange.DEFAULT, Weights.DEFAULT);
  }

  static Fit fit(Site site, SiteFitParameters parameters) {
    try {
      return new SiteFitter().fit(site, parameters, EngineContext.silent());
    } catch (CancelledException e) {
      throw new AssertionError(e);
    }
  }

  /** Scores of placements that others have found. */
  static PlacementSearch search(Site site, SiteFitParameters parameters) {
    EngineContext context = EngineContext.silent();
    try {
      BuildableRegion region = BuildableRegion.of(site, parameters.setbacks(), TOLERANCE);
      return new PlacementSearch(
          site,
          new DistanceField(region.shape(), 0),
          House.of(site.house(), context),
          parameters,
          InscribedCircle.of(new DistanceField(site.parcel(), 0), 1e-4, context),
          context);
    } catch (CancelledException e) {
      throw new AssertionError(e);
    }
  }

  /** A star-shaped ring: convex-ish for a low roughness, full of notches for a high one. */
  static Points star(Random random, int corners, double radius, double roughness) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.6 * random.nextDouble()) / corners;
      double r = radius * (1 - roughness * random.nextDouble());
      xy[2 * i] = r * Math.cos(angle);
      xy[2 * i + 1] = r * Math.sin(angle);
    }
    return ring(xy);
  }

  /** Points of a circle, pulled out along x: no vertex is reflex. */
  static Points convex(Random random, int corners, double radius) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
      xy[2 * i] = 1.3 * radius * Math.cos(angle);
      xy[2 * i + 1] = radius * Math.sin(angle);
    }
    return ring(xy);
  }

  /** The ring turned counterclockwise about the origin. */
  static Points turned(Points ring, double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      xy[2 * i] = ring.x(i) * cos - ring.y(i) * sin;
      xy[2 * i + 1] = ring.x(i) * sin + ring.y(i) * cos;
    }
    return Points.of(xy);
  }

  static Points lShape(double size) {
    return ring(0, 0, size, 0, size, size / 2, size / 2, size / 2, size / 2, size, 0, size);
  }

  /** The parcel in the frame of the site, for JTS. */
  static Geometry parcel(Site site) {
    List<Points> rings = site.parcel().rings();
    return PolygonCheck.toJts(new SoundPolygon(rings.getFirst(), rings.subList(1, rings.size())));
  }

  /** The placed house in the frame of the site, for JTS. */
  static Geometry placed(Site site, Placement placement) {
    return placed(site, placement.rotation(), placement.x(), placement.y());
  }

  static Geometry placed(Site site, double degrees, double x, double y) {
    Polygon house = PolygonCheck.toJts(new SoundPolygon(site.house(), List.of()));
    AffineTransformation turn = AffineTransformation.rotationInstance(Math.toRadians(degrees));
    return turn.translate(x, y).transform(house);
  }
}
