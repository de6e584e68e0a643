package dev.groma.engine.sitelayout.earthworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Terrain;
import dev.groma.engine.sitelayout.asset.Asset;
import dev.groma.engine.sitelayout.asset.Catalogue;
import dev.groma.engine.sitelayout.asset.Footprint;
import dev.groma.engine.sitelayout.earthworks.EarthworkRules.Soil;
import dev.groma.engine.sitelayout.ground.Ground;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the cut: loose on lorries, compacted in fill, brought in, taken away. */
class EarthBalanceTest {

  private static final Soil CLAY = new Soil(1.25, 0.9);

  /** A pad of 50 x 50 m. */
  private static Earthworks.Pad pad(double x, double elevation) {
    var type = Catalogue.BUILT_IN.find(Catalogue.EQUIPMENT_PAD).orElseThrow();
    Footprint footprint = new Footprint(x, 100, 0, type.size());
    return new Earthworks.Pad(new Asset("pad-" + x, type, footprint, true), elevation);
  }

  private static EarthBalance balance(Ground ground, Soil soil, Earthworks.Pad... pads)
      throws Exception {
    return Earthworks.of(
            ground,
            List.of(pads),
            List.of(),
            8,
            new EarthworkRules(new PadElevation.Balanced(1), soil, false, 3),
            new DemError(0.1, 10),
            EngineContext.silent())
        .balance();
  }

  @Test
  void cutThatIsNotNeededIsTakenAway() throws Exception {
    Ground flat = Terrain.of(200, 5, (x, y) -> 10);
    EarthBalance balance = balance(flat, CLAY, pad(60, 8), pad(140, 10.9));
    assertThat(balance.volumes().cut()).isCloseTo(5000, within(1e-6));
    assertThat(balance.volumes().fill()).isCloseTo(2250, within(1e-6));
    assertThat(balance.looseCut()).isCloseTo(6250, within(1e-6));
    assertThat(balance.fillFromCut()).isCloseTo(4500, within(1e-6));
    assertThat(balance.borrow()).isZero();
    assertThat(balance.spoil()).isCloseTo(2500, within(1e-6));
  }

  @Test
  void fillThatTheCutDoesNotMakeIsBroughtIn() throws Exception {
    Ground flat = Terrain.of(200, 5, (x, y) -> 10);
    EarthBalance balance = balance(flat, CLAY, pad(60, 9), pad(140, 12));
    assertThat(balance.borrow()).isCloseTo(5000 - 0.9 * 2500, within(1e-6));
    assertThat(balance.spoil()).isZero();
  }

  /**
   * On a plane that rises by a along a pad of w x h, cut = a h (w/2 - t)^2 / 2 and fill = a h (w/2
   * + t)^2 / 2 for a pad t a above the mean, so k cut = fill at t = w/2 (sqrt k - 1) / (sqrt k +
   * 1).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.95, 1, 1.2})
  void aPadBalancedForItsSoilNeitherBorrowsNorSpoils(double compaction) throws Exception {
    double a = 0.0625;
    Ground plane = Terrain.of(200, 5, (x, y) -> a * x);
    double elevation =
        new PadGrading(plane, EngineContext.silent())
            .elevation(
                pad(100, 0).asset().footprint().corners(), new PadElevation.Balanced(compaction));
    EarthBalance balance = balance(plane, new Soil(1.3, compaction), pad(100, elevation));
    double t = 25 * (Math.sqrt(compaction) - 1) / (Math.sqrt(compaction) + 1);
    assertThat(elevation).isCloseTo(a * (100 + t), within(1e-6));
    assertThat(balance.volumes().cut()).isCloseTo(a * 50 * (25 - t) * (25 - t) / 2, within(1e-3));
    assertThat(balance.looseCut()).isCloseTo(1.3 * balance.volumes().cut(), within(1e-9));
    assertThat(balance.borrow()).isCloseTo(0, within(1e-3));
    assertThat(balance.spoil()).isCloseTo(0, within(1e-3));
  }

  /** Every cubic metre goes somewhere. */
  @ParameterizedTest
  @CsvSource({"8, 12, 0.9", "9, 10.1, 0.95", "12, 13, 1.1", "7, 8, 0.8"})
  void fillIsWhatTheCutMakesAndWhatIsBroughtInWithoutWhatIsTakenAway(
      double one, double other, double compaction) throws Exception {
    Ground flat = Terrain.of(200, 5, (x, y) -> 10);
    EarthBalance balance = balance(flat, new Soil(1.2, compaction), pad(60, one), pad(140, other));
    assertThat(balance.fillFromCut() + balance.borrow() - compaction * balance.spoil())
        .isCloseTo(balance.volumes().fill(), within(1e-6));
  }
}
