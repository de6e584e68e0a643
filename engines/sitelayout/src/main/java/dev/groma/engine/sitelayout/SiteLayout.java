package dev.groma.engine.sitelayout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.ArtifactSink;
import dev.groma.engine.BadInputException;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Engine;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Inputs;
import dev.groma.engine.Problem;
import dev.groma.engine.number.Decimals;
import dev.groma.engine.sitelayout.earthworks.CutFill;
import dev.groma.engine.sitelayout.earthworks.NoGroundException;
import dev.groma.engine.sitelayout.output.LayoutWriter;
import dev.groma.engine.sitelayout.parameters.ParametersReader;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.placement.Shortfall;
import dev.groma.engine.sitelayout.read.ReadSite;
import dev.groma.engine.sitelayout.read.SiteReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The engine: reads a boundary, exclusions and an elevation model, plans the site, and writes maps,
 * volumes, pictures and a report.
 */
public final class SiteLayout implements Engine<SiteLayoutParameters, SiteLayoutSummary> {

  private static final Decimals CENTS = new Decimals(2);

  @Override
  public String name() {
    return "siteLayout";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String title() {
    return "Lays out a site: assets, roads and earthworks on real ground";
  }

  @Override
  public List<String> inputNames() {
    return List.of("boundary");
  }

  @Override
  public List<String> optionalInputNames() {
    return List.of("exclusions", "dem");
  }

  @Override
  public SiteLayoutParameters parameters(JsonNode block) throws BadParametersException {
    return ParametersReader.read(block, List.of("boundary", "exclusions"));
  }

  @Override
  public SiteLayoutSummary run(
      Inputs inputs, SiteLayoutParameters parameters, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException {
    context.progress(0, "reading the site");
    long heap = Runtime.getRuntime().maxMemory();
    ReadSite read = new SiteReader(parameters, heap, context.part(0, 15)).read(inputs);
    Layout layout = plan(read, context.part(15, 85));
    context.progress(85, "writing artifacts");
    LayoutWriter.write(artifacts, read, layout, parameters, context);
    context.progress(100, "done");
    return summary(layout);
  }

  private static Layout plan(ReadSite read, EngineContext context) throws EngineException {
    try {
      Layout planned =
          new SitePlanner()
              .plan(read.site(), read.ground(), read.working(), read.settings(), context);
      List<Warning> warnings = new ArrayList<>(read.warnings());
      warnings.addAll(UnreachedWarnings.of(planned.network(), read.frame()));
      warnings.addAll(planned.warnings());
      return planned.with(warnings);
    } catch (NoGroundException missing) {
      throw new BadInputException(
          Problem.at(
              "terrain.dem",
              "has no elevation at "
                  + UnreachedWarnings.place(missing.x(), missing.y(), read.frame())
                  + ", where earth would have to be moved: fill the gap in the elevation model, or"
                  + " move the asset"));
    }
  }

  private static SiteLayoutSummary summary(Layout layout) {
    CutFill volumes = layout.earthworks().balance().volumes();
    Shortfall.Cause cause = layout.answer().cause();
    return new SiteLayoutSummary(
        CENTS.round(layout.answer().connectedKw()),
        layout.assets().size(),
        CENTS.round(layout.network().length()),
        CENTS.round(volumes.cut()),
        CENTS.round(volumes.fill()),
        layout.answer().targetMet(),
        cause == null ? null : cause.name().toLowerCase(Locale.ROOT),
        layout.warnings().size());
  }
}
