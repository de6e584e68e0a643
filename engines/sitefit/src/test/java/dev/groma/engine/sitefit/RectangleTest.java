package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.geometry.Points;
import dev.groma.engine.ring.SoundPolygon;
import dev.groma.engine.sitefit.fit.House;
import dev.groma.engine.sitefit.fit.InnerFit;
import dev.groma.engine.sitefit.shape.DistanceField;
import dev.groma.engine.sitefit.shape.Shape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A rectangle a x b in a rectangle A x B, for which everything is known in closed form. */
class RectangleTest {

  private static final Weights CLEARANCE_ONLY = new Weights(1, 0, 0, 0, 0);
  private static final RotationRange UPRIGHT = new RotationRange(0, 0, 1);

  @Test
  void fitsAtAnAngleExactlyWhenItsExtentsDo() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 3000; i++) {
      double width = 5 + 30 * random.nextDouble();
      double height = 5 + 30 * random.nextDouble();
      double a = 1 + 20 * random.nextDouble();
      double b = 1 + 20 * random.nextDouble();
      double t = Math.PI / 2 * random.nextDouble();
      double acrossX = a * Math.cos(t) + b * Math.sin(t);
      double acrossY = a * Math.sin(t) + b * Math.cos(t);
      double room = Math.min(width - acrossX, height - acrossY);
      if (Math.abs(room) < 1e-6) {
        continue;
      }
      DistanceField region = field(Sites.rectangle(width, height));
      House house = House.of(Sites.rectangle(a, b), EngineContext.silent());
      InnerFit fit = InnerFit.of(region, house.turned(t), region.shape().bounds());
      assertThat(fit.isEmpty())
          .as("%s: %s x %s in %s x %s", t, a, b, width, height)
          .isEqualTo(room < 0);
      if (room > 0) {
        assertThat(fit.bounds().width()).isCloseTo(width - acrossX, within(1e-6));
        assertThat(fit.bounds().height()).isCloseTo(height - acrossY, within(1e-6));
      }
    }
  }

  private static DistanceField field(Points ring) {
    return new DistanceField(Shape.of(List.of(new SoundPolygon(ring, List.of())), 0, 0), 0);
  }

  @Test
  void hasTheClearanceOfTheNarrowerSideWhenUpright() {
    Random random = new Random(2);
    for (int i = 0; i < 1000; i++) {
      double width = 10 + 30 * random.nextDouble();
      double height = 10 + 30 * random.nextDouble();
      double a = width * (0.2 + 0.7 * random.nextDouble());
      double b = height * (0.2 + 0.7 * random.nextDouble());
      Site site = Sites.site(Sites.rectangle(width, height), Sites.rectangle(a, b));
      Fit fit = Sites.fit(site, Sites.parameters(0, UPRIGHT, CLEARANCE_ONLY));
      assertThat(fit.placements().getFirst().metrics().clearance())
          .isCloseTo(Math.min((width - a) / 2, (height - b) / 2), within(0.01));
    }
  }

  @Test
  void findsTheOnlyWayIntoAParcelWithoutRoomToSpare() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      double turn = 360 * random.nextDouble();
      Points house = Sites.rectangle(11.2, 7.3);
      Points parcel = Sites.turned(house, turn);
      Fit fit = Sites.fit(Sites.site(parcel, house), Sites.parameters(0));
      assertThat(fit.placements()).isNotEmpty();
    }
  }

  @Test
  void provesByTheRightQuantityThatItIsTooLarge() {
    assertProof(Sites.rectangle(20, 20), Sites.rectangle(21, 20), Infeasible.Quantity.AREA);
    assertProof(Sites.rectangle(20, 20), Sites.rectangle(29, 1), Infeasible.Quantity.DIAMETER);
    assertProof(
        Sites.rectangle(40, 10), Sites.rectangle(11, 11), Infeasible.Quantity.MINIMUM_WIDTH);
    assertProof(
        Sites.ring(0, 0, 30, 0, 30, 5, 5, 5, 5, 30, 0, 30),
        Sites.rectangle(7, 7),
        Infeasible.Quantity.INSCRIBED_RADIUS);
  }

  private static void assertProof(Points parcel, Points house, Infeasible.Quantity quantity) {
    assertThat(Sites.fit(Sites.site(parcel, house), Sites.parameters(0)).infeasible())
        .isInstanceOfSatisfying(
            Infeasible.TooLarge.class,
            proof -> {
              assertThat(proof.quantity()).isEqualTo(quantity);
              assertThat(proof.house()).isGreaterThan(proof.region());
              assertThat(proof.statement()).contains("of the house is", "of the buildable region");
            });
  }

  @Test
  void rulesOutWhatNoSizeProves() {
    Points parcel = Sites.rectangle(20, 20);
    Fit fit = Sites.fit(Sites.site(parcel, Sites.rectangle(20.5, 12)), Sites.parameters(0));
    assertThat(fit.infeasible()).isInstanceOf(Infeasible.Exhausted.class);
  }

  @Test
  void saysSoWhenSetbacksLeaveNothing() {
    Fit fit =
        Sites.fit(
            Sites.site(Sites.rectangle(20, 20), Sites.rectangle(2, 2)), Sites.parameters(10.5));
    assertThat(fit.infeasible()).isInstanceOf(Infeasible.NothingBuildable.class);
  }

  @Test
  void keepsTheCoverageRatio() {
    SiteFitParameters parameters =
        new SiteFitParameters(
            null,
            Setbacks.of(0),
            null,
            RotationRange.DEFAULT,
            Weights.DEFAULT,
            1,
            0.2,
            Sites.TOLERANCE);
    Fit fit = Sites.fit(Sites.site(Sites.rectangle(20, 20), Sites.rectangle(10, 9)), parameters);
    assertThat(fit.infeasible()).isEqualTo(new Infeasible.CoversTooMuch(90.0 / 400, 0.2));
  }
}
