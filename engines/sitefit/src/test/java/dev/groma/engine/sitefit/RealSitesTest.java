package dev.groma.engine.sitefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.EngineContext;
import dev.groma.engine.Input;
import dev.groma.engine.sitefit.read.ReadSite;
import dev.groma.engine.sitefit.read.SiteReader;
import dev.groma.engine.testing.SharedFiles;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;

/** Parcels and buildings of the Czech cadastre: {@code shared/data/sitefit/decany}. */
class RealSitesTest {

  /** A score has six places. */
  private static final double ROUNDING = 1e-6;

  private static JsonNode cases() throws IOException {
    return new ObjectMapper().readTree(SharedFiles.of("sitefit/decany/cases.json").toFile());
  }

  static IntStream numbers() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void findsAtLeastTheRealBuildingsScoreOrTheProofThatNothingFits(int number) throws Exception {
    JsonNode sample = cases().get(number);
    JsonNode input = sample.get("input");
    SiteFitParameters parameters =
        new SiteFitParameters(
            input.get("crs").asText(),
            Setbacks.of(input.get("setback").asDouble()),
            null,
            RotationRange.DEFAULT,
            Weights.DEFAULT,
            1,
            1,
            Sites.TOLERANCE);
    EngineContext context = EngineContext.silent();
    ReadSite read =
        SiteReader.read(
            Input.ofText("parcel", input.get("parcel").toString()),
            Input.ofText("house", input.get("house").toString()),
            parameters,
            context);
    Fit fit = Sites.fit(read.site(), parameters);
    boolean isFeasible = sample.get("kind").asText().equals("known_feasible");
    assertThat(fit.placements().isEmpty()).isEqualTo(!isFeasible);
    if (!isFeasible) {
      assertThat(fit.infeasible()).isInstanceOf(Infeasible.TooLarge.class);
      return;
    }
    Placement best = fit.placements().getFirst();
    assertInside(read.site(), best, input.get("setback").asDouble());
    assertThat(best.score())
        .isGreaterThanOrEqualTo(scoreOfTheRealBuilding(read.site(), parameters, sample) - ROUNDING);
  }

  private static void assertInside(Site site, Placement placement, double setback) {
    Geometry parcel = Sites.parcel(site);
    Geometry house = Sites.placed(site, placement);
    assertThat(house.difference(parcel.buffer(Sites.TOLERANCE * 1.01)).getArea()).isZero();
    assertThat(house.distance(parcel.getBoundary()))
        .isGreaterThanOrEqualTo(setback - Sites.TOLERANCE - 1e-6);
    assertThat(house.getArea())
        .isCloseTo(site.house().signedArea(), within(1e-9 * site.house().signedArea()));
    assertThat(Orientation.isCCW(house.getCoordinates())).as("not a mirror image").isTrue();
  }

  private static double scoreOfTheRealBuilding(
      Site site, SiteFitParameters parameters, JsonNode sample) {
    JsonNode truth = sample.get("truth");
    return Sites.search(site, parameters)
        .score(
            truth.get("known_rotation_deg_ccw").asDouble(),
            truth.get("known_translation").get(0).asDouble() - site.originX(),
            truth.get("known_translation").get(1).asDouble() - site.originY());
  }
}
