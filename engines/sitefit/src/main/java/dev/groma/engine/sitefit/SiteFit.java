package dev.groma.engine.sitefit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.ArtifactSink;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Engine;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Inputs;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitefit.output.FitWriter;
import dev.groma.engine.sitefit.read.ReadSite;
import dev.groma.engine.sitefit.read.SiteReader;
import java.io.IOException;
import java.util.List;

/**
 * The engine: reads a parcel and a house, places the house, writes {@code placements.json}, {@code
 * placements.geojson}, {@code placements-wgs84.geojson} (with a CRS) and {@code plan.svg}.
 *
 * <p>For what the outlines may look like see {@link dev.groma.engine.sitefit.read}, for how the
 * house is placed {@link SiteFitter}.
 */
public final class SiteFit implements Engine<SiteFitParameters, SiteFitSummary> {

  private static final String PARCEL = "parcel";
  private static final String HOUSE = "house";

  @Override
  public String name() {
    return "siteFit";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String title() {
    return "Places a house on a parcel";
  }

  @Override
  public List<String> inputNames() {
    return List.of(PARCEL, HOUSE);
  }

  @Override
  public SiteFitParameters parameters(JsonNode block) throws BadParametersException {
    return SiteFitBlock.read(block, inputNames());
  }

  @Override
  public SiteFitSummary run(
      Inputs inputs, SiteFitParameters parameters, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException {
    context.progress(0, "reading outlines");
    ReadSite read = SiteReader.read(inputs.get(PARCEL), inputs.get(HOUSE), parameters, context);
    Fit fit = new SiteFitter().fit(read.site(), parameters, context.part(5, 90));
    context.progress(90, "writing artifacts");
    FitWriter.write(artifacts, read, fit, parameters, version(), context);
    context.progress(100, "done");
    return summary(fit);
  }

  private static SiteFitSummary summary(Fit fit) {
    if (fit.placements().isEmpty()) {
      return new SiteFitSummary(false, 0, null, null, null);
    }
    Placement best = fit.placements().getFirst();
    Decimals six = new Decimals(6);
    return new SiteFitSummary(
        true,
        fit.placements().size(),
        six.round(best.score()),
        six.round(best.rotation()),
        new Decimals(4).round(best.metrics().clearance()));
  }
}
