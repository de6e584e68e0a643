package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.search.PlacementSearch;
import dev.groma.engine.sitefit.shape.InscribedCircle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Random parcels, convex and concave, with holes; JTS says whether placements are inside. */
class SearchTest {

  private static Site random(int seed, double roughness, boolean withHole) {
    Random random = new Random(seed);
    Points shell = Sites.star(random, 6 + random.nextInt(8), 22, roughness);
    List<Points> holes = new ArrayList<>();
    if (withHole) {
      holes.add(Points.of(2, 1, 3, 4, 5, 3, 4, 1, 2, 1));
    }
    Points house = seed % 2 == 0 ? Sites.lShape(9) : Sites.rectangle(9, 6);
    return Sites.site(new SoundPolygon(shell, holes), house);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void placesTheHouseInsideAndNoNearerThanTheSetback(int seed) {
    double setback = seed % 3;
    Site site = random(seed, 0.5, seed % 4 == 0);
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
    for (Placement placement : fit.placements()) {
      Geometry house = Sites.placed(site, placement);
      assertThat(house.difference(parcel.buffer(Sites.TOLERANCE * 1.01)).getArea())
          .as("seed %s: %s in %s", seed, house, parcel)
          .isZero();
      double distance = house.distance(parcel.getBoundary());
      assertThat(distance).isGreaterThanOrEqualTo(setback - Sites.TOLERANCE - 1e-6);
      if (distance > 1e-6) {
        assertThat(placement.metrics().clearance()).isCloseTo(distance, within(1e-6));
      }
    }
  }

  /** A grid of positions and rotations with prepared geometry, and the same score for each. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void leavesNoBetterScoreToABruteForceSearch(int seed) throws Exception {
    Site site = random(seed, 0.4, seed == 4);
    SiteFitParameters parameters = Sites.parameters(1);
    Fit fit = Sites.fit(site, parameters);
    double best = fit.placements().isEmpty() ? -1 : fit.placements().getFirst().score();
    EngineContext context = EngineContext.silent();
    House house = House.of(site.house(), context);
    InscribedCircle circle = InscribedCircle.of(site.parcel(), 1e-4, context);
    PreparedGeometry buildable = PreparedGeometryFactory.prepare(Sites.parcel(site).buffer(-1));
    Envelope envelope = buildable.getGeometry().getEnvelopeInternal();
    double brute = -1;
    for (double degrees = 0.5; degrees < 360; degrees += 23) {
      for (double x = envelope.getMinX() - 9; x < envelope.getMaxX() + 9; x += 1.7) {
        for (double y = envelope.getMinY() - 9; y < envelope.getMaxY() + 9; y += 1.7) {
          if (buildable.covers(Sites.placed(site, degrees, x, y))) {
            brute =
                Math.max(
                    brute, PlacementSearch.score(site, house, parameters, circle, degrees, x, y));
          }
        }
      }
    }
    assertThat(best).as("seed %s", seed).isGreaterThanOrEqualTo(brute - 1e-3);
  }

  @Test
  void moreSetbackNeverFreesSpace() {
    for (int seed = 1; seed <= 3; seed++) {
      Site site = random(seed, 0.5, false);
      boolean fitted = true;
      for (double setback = 0; setback <= 6; setback += 1.5) {
        boolean fits =
            !Sites.fit(
                    site,
                    Sites.parameters(
                        setback, new RotationRange(0, 360, 5), new Weights(1, 0, 0, 0, 0)))
                .placements()
                .isEmpty();
        assertThat(fitted || !fits).as("seed %s at %s", seed, setback).isTrue();
        fitted = fits;
      }
    }
  }

  @Test
  void movesWithTheParcel() {
    Site here = random(2, 0.4, false);
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

  @Test
  void turnsWithTheParcelWhenNorthTurnsToo() {
    Site upright = random(3, 0.4, false);
    double[] xy = new double[2 * upright.parcel().rings().getFirst().size()];
    for (int i = 0; i < xy.length / 2; i++) {
      xy[2 * i] = -upright.parcel().rings().getFirst().y(i);
      xy[2 * i + 1] = upright.parcel().rings().getFirst().x(i);
    }
    Site turned =
        Site.of(
            List.of(new SoundPolygon(Points.of(xy), List.of())),
            upright.house(),
            new Frontage.Unknown(),
            90);
    double one = Sites.fit(upright, Sites.parameters(1)).placements().getFirst().score();
    double other = Sites.fit(turned, Sites.parameters(1)).placements().getFirst().score();
    assertThat(other).isCloseTo(one, within(1e-3));
  }

  @Test
  void givesTheSameAnswerForTheSameQuestion() {
    Site site = random(5, 0.5, false);
    assertThat(Sites.fit(site, Sites.parameters(1)).placements())
        .isEqualTo(Sites.fit(site, Sites.parameters(1)).placements());
  }
}
