package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.PolygonCheck;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.region.BuildableRegion;
import dev.groma.engine.sitefit.search.PlacementSearch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Houses whose own walls are the parcel's boundary but for a yard at the back, too narrow to slide
 * into: nothing but the tolerance leaves them room. Outlines are rounded to a millimetre.
 */
class WallToWallTest {

  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

  /** A score has six places. */
  private static final double ROUNDING = 1e-6;

  /** Where a house stands, in the frame of the site. */
  private record Standing(Site site, double degrees, double x, double y) {}

  static IntStream seeds() {
    return IntStream.rangeClosed(1, 8);
  }

  private static Standing standing(int seed) {
    Random random = new Random(seed);
    double width = MILLIMETRES.makePrecise(7 + 8 * random.nextDouble());
    double depth = MILLIMETRES.makePrecise(7 + 5 * random.nextDouble());
    double wing = MILLIMETRES.makePrecise(0.6 * width);
    Points house =
        seed % 2 == 0
            ? Sites.rectangle(width, depth)
            : Sites.ring(0, 0, width, 0, width, 4, wing, 4, wing, depth, 0, depth);
    Points yard = Sites.star(random, 5 + random.nextInt(6), 4, 0.4);
    double degrees = MILLIMETRES.makePrecise(360 * random.nextDouble());
    double x = MILLIMETRES.makePrecise(20 * random.nextDouble());
    double y = MILLIMETRES.makePrecise(20 * random.nextDouble());
    Geometry atBack =
        AffineTransformation.translationInstance(wing / 2, depth).transform(polygon(yard));
    Geometry parcel =
        AffineTransformation.rotationInstance(Math.toRadians(degrees))
            .translate(x, y)
            .transform(polygon(house).union(atBack));
    Polygon rounded = (Polygon) GeometryPrecisionReducer.reduce(parcel, MILLIMETRES);
    Site site = Sites.site(points(rounded.getExteriorRing()), house);
    return new Standing(site, degrees, x - site.originX(), y - site.originY());
  }

  private static Polygon polygon(Points ring) {
    return PolygonCheck.toJts(new SoundPolygon(ring, List.of()));
  }

  private static Points points(LineString ring) {
    LineString shell = Orientation.isCCW(ring.getCoordinates()) ? ring : ring.reverse();
    double[] xy = new double[2 * shell.getNumPoints()];
    for (int i = 0; i < shell.getNumPoints(); i++) {
      Coordinate corner = shell.getCoordinateN(i);
      xy[2 * i] = corner.x;
      xy[2 * i + 1] = corner.y;
    }
    return Points.of(xy);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsAtLeastTheScoreOfTheHouseThatStandsThere(int seed) {
    Standing standing = standing(seed);
    double real =
        Sites.search(standing.site, Sites.parameters(0))
            .score(standing.degrees, standing.x, standing.y);
    Placement best = Sites.fit(standing.site, Sites.parameters(0)).placements().getFirst();
    assertThat(best.score()).isGreaterThanOrEqualTo(real);
  }

  /** JTS says which of the random moves fit; their size is halved where none is better. */
  @ParameterizedTest
  @MethodSource("seeds")
  void leavesNothingToGainByMillimetres(int seed) {
    Site site = standing(seed).site;
    SiteFitParameters parameters = Sites.parameters(0);
    PlacementSearch search = Sites.search(site, parameters);
    PreparedGeometry region =
        PreparedGeometryFactory.prepare(
            polygon(
                BuildableRegion.of(site, parameters.setbacks(), Sites.TOLERANCE)
                    .parts()
                    .getFirst()
                    .shell()));
    Placement found = Sites.fit(site, parameters).placements().getFirst();
    double[] best = {found.rotation(), found.x(), found.y()};
    double score = found.score();
    Random random = new Random(seed);
    double size = 1e-3;
    for (int moves = 0; moves < 1000; moves++) {
      double degrees = best[0] + size * Math.toDegrees(0.1 * random.nextGaussian());
      double x = best[1] + size * random.nextGaussian();
      double y = best[2] + size * random.nextGaussian();
      double moved = search.score(degrees, x, y);
      if (moved > score && region.covers(Sites.placed(site, degrees, x, y))) {
        best = new double[] {degrees, x, y};
        score = moved;
      } else if (moves % 50 == 49) {
        size /= 2;
      }
    }
    assertThat(found.score()).isGreaterThanOrEqualTo(score - ROUNDING);
  }
}
