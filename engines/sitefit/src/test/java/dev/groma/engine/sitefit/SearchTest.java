package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Random parcels, convex and concave, with holes; JTS says whether placements are inside. */
class SearchTest {

  private static final double NOTHING = -1;

  /** The kinds of parcels that are drawn: convex, with bays, with a hole. */
  private enum Kind {
    CONVEX,
    CONCAVE,
    HOLED
  }

  private static Site random(Kind kind, int seed) {
    Random random = new Random(seed);
    int corners = 6 + random.nextInt(8);
    Points shell =
        kind == Kind.CONVEX
            ? Sites.convex(random, corners, 20)
            : Sites.star(random, corners, 22, 0.5);
    List<Points> holes = new ArrayList<>();
    if (kind == Kind.HOLED) {
      double x = 6 * random.nextDouble() - 4;
      double y = 6 * random.nextDouble() - 4;
      holes.add(Points.of(x, y, x + 1, y + 3, x + 3, y + 2, x + 2, y, x, y));
    }
    Points house = seed % 2 == 0 ? Sites.lShape(9) : Sites.rectangle(9, 6);
    return Sites.site(new SoundPolygon(shell, holes), house);
  }

  static Stream<Arguments> parcels() {
    return parcels(20);
  }

  static Stream<Arguments> fewParcels() {
    return parcels(3);
  }

  private static Stream<Arguments> parcels(int seeds) {
    return Stream.of(Kind.values())
        .flatMap(
            kind -> IntStream.rangeClosed(1, seeds).mapToObj(seed -> Arguments.of(kind, seed)));
  }

  @ParameterizedTest
  @MethodSource("parcels")
  void placesTheHouseInsideAndNoNearerThanTheSetback(Kind kind, int seed) {
    double setback = seed % 3;
    Site site = random(kind, seed);
    Fit fit =
        Sites.fit(
            site,
            new SiteFitParameters(
                null,
                Setbacks.of(setback),
                null,
                new RotationRange(0, 360, 5),
                Weights.DEFAULT,
                5,
                1,
                Sites.TOLERANCE));
    Geometry parcel = Sites.parcel(site);
    Geometry house = Sites.placed(site, 0, 0, 0);
    for (Placement placement : fit.placements()) {
      Geometry placed = Sites.placed(site, placement);
      assertThat(placed.difference(parcel.buffer(Sites.TOLERANCE * 1.01)).getArea())
          .as("%s in %s", placed, parcel)
          .isZero();
      assertThat(placed.getArea() / house.getArea()).isCloseTo(1, within(1e-9));
      double distance = placed.distance(parcel.getBoundary());
      assertThat(distance).isGreaterThanOrEqualTo(setback - Sites.TOLERANCE - 1e-6);
      if (distance > 1e-6) {
        assertThat(placement.metrics().clearance()).isCloseTo(distance, within(1e-6));
      }
    }
  }

  /**
   * A dense grid of positions and rotations with prepared geometry. A position of the grid is at
   * most 0.53 m and a rotation 3 degrees from any other, so by these the grid may lose.
   */
  @ParameterizedTest
  @MethodSource("fewParcels")
  void leavesNoBetterScoreToABruteForceSearch(Kind kind, int seed) {
    Site site = random(kind, seed);
    SiteFitParameters parameters = Sites.parameters(1);
    Fit fit = Sites.fit(site, parameters);
    double brute = brute(site, 1, Sites.search(site, parameters)::score);
    double best = fit.placements().isEmpty() ? NOTHING : fit.placements().getFirst().score();
    assertThat(best).as("%s", Sites.parcel(site)).isGreaterThanOrEqualTo(brute - 1e-3);
  }

  /** Nothing of the engine is asked: JTS says what is inside and how far from the boundary. */
  @ParameterizedTest
  @MethodSource("fewParcels")
  void leavesNoLargerClearanceToABruteForceSearch(Kind kind, int seed) {
    Site site = random(kind, seed);
    Geometry boundary = Sites.parcel(site).getBoundary();
    Weights clearanceOnly = new Weights(1, 0, 0, 0, 0);
    Fit fit = Sites.fit(site, Sites.parameters(1, RotationRange.DEFAULT, clearanceOnly));
    Scorer scorer = (degrees, x, y) -> Sites.placed(site, degrees, x, y).distance(boundary);
    double brute = brute(site, 1, scorer);
    double best =
        fit.placements().isEmpty() ? NOTHING : fit.placements().getFirst().metrics().clearance();
    assertThat(best).as("%s", Sites.parcel(site)).isGreaterThanOrEqualTo(brute - 0.01);
    if (brute > NOTHING) {
      assertThat(best).isLessThanOrEqualTo(brute + 0.53 + 7 * Math.toRadians(3));
    }
  }

  /** What a placement is worth. */
  private interface Scorer {
    double score(double degrees, double x, double y);
  }

  private static double brute(Site site, double setback, Scorer scorer) {
    PreparedGeometry buildable =
        PreparedGeometryFactory.prepare(Sites.parcel(site).buffer(-setback));
    Envelope envelope = buildable.getGeometry().getEnvelopeInternal();
    double brute = NOTHING;
    for (double degrees = 0.5; degrees < 360; degrees += 6) {
      Geometry turned = Sites.placed(site, degrees, 0, 0);
      Envelope around = turned.getEnvelopeInternal();
      for (double x = envelope.getMinX() - around.getMinX();
          x < envelope.getMaxX() - around.getMaxX();
          x += 0.75) {
        for (double y = envelope.getMinY() - around.getMinY();
            y < envelope.getMaxY() - around.getMaxY();
            y += 0.75) {
          if (buildable.covers(Sites.placed(site, degrees, x, y))) {
            brute = Math.max(brute, scorer.score(degrees, x, y));
          }
        }
      }
    }
    return brute;
  }

  @ParameterizedTest
  @MethodSource("parcels")
  void moreSetbackNeverFreesSpace(Kind kind, int seed) {
    Site site = random(kind, seed);
    boolean fitted = true;
    for (double setback = 0; setback <= 6; setback += 1.5) {
      RotationRange coarse = new RotationRange(0, 360, 5);
      Weights clearanceOnly = new Weights(1, 0, 0, 0, 0);
      boolean fits =
          !Sites.fit(site, Sites.parameters(setback, coarse, clearanceOnly)).placements().isEmpty();
      assertThat(fitted || !fits).as("at %s", setback).isTrue();
      fitted = fits;
    }
  }

  @ParameterizedTest
  @MethodSource("parcels")
  void moreSetbackNeverMakesAScoreBetterAtOneRotation(Kind kind, int seed) {
    Site site = random(kind, seed);
    RotationRange only = new RotationRange(17 * seed, 17 * seed, 1);
    double before = 1;
    for (double setback = 0; setback <= 6; setback += 1.5) {
      List<Placement> placements =
          Sites.fit(site, Sites.parameters(setback, only, Weights.DEFAULT)).placements();
      double score = placements.isEmpty() ? 0 : placements.getFirst().score();
      assertThat(score).as("at %s", setback).isLessThanOrEqualTo(before + 1e-3);
      before = score;
    }
  }

  @Test
  void movesWithTheParcel() {
    Site here = random(Kind.CONCAVE, 2);
    Points shell = here.parcel().rings().getFirst();
    double[] xy = new double[2 * shell.size()];
    for (int i = 0; i < shell.size(); i++) {
      xy[2 * i] = shell.x(i) + here.originX() - 774_000;
      xy[2 * i + 1] = shell.y(i) + here.originY() - 998_000;
    }
    Site there = Sites.site(Points.of(xy), here.house());
    Placement one = Sites.fit(here, Sites.parameters(1)).placements().getFirst();
    Placement other = Sites.fit(there, Sites.parameters(1)).placements().getFirst();
    assertThat(other.score()).isCloseTo(one.score(), within(1e-4));
    assertThat(other.rotation()).isCloseTo(one.rotation(), within(0.1));
    assertThat(other.x() + there.originX() + 774_000)
        .isCloseTo(one.x() + here.originX(), within(0.05));
  }

  @ParameterizedTest
  @ValueSource(doubles = {90, 33.3, -127.1})
  void turnsWithTheParcelWhenNorthTurnsToo(double degrees) {
    Site upright = random(Kind.CONCAVE, 3);
    List<Points> rings =
        upright.parcel().rings().stream().map(ring -> Sites.turned(ring, degrees)).toList();
    Site turned =
        Site.of(
            List.of(new SoundPolygon(rings.getFirst(), List.of())),
            upright.house(),
            new Frontage.Unknown(),
            degrees);
    Placement one = Sites.fit(upright, Sites.parameters(1)).placements().getFirst();
    Placement other = Sites.fit(turned, Sites.parameters(1)).placements().getFirst();
    assertThat(other.score()).isCloseTo(one.score(), within(1e-3));
  }

  @Test
  void givesTheSameAnswerForTheSameQuestion() {
    Site site = random(Kind.HOLED, 5);
    assertThat(Sites.fit(site, Sites.parameters(1)).placements())
        .isEqualTo(Sites.fit(site, Sites.parameters(1)).placements());
  }
}
