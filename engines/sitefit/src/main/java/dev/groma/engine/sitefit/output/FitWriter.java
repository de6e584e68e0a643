package dev.groma.engine.sitefit.output;

import dev.groma.engine.ArtifactSink;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitefit.Fit;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.read.ReadSite;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the artifacts of a fit. */
public final class FitWriter {

  private FitWriter() {}

  /**
   * Writes them all, in the order of the package description.
   *
   * @param version of the engine
   * @throws IOException only as thrown by the sink and its streams
   */
  public static void write(
      ArtifactSink artifacts,
      ReadSite read,
      Fit fit,
      SiteFitParameters parameters,
      String version,
      EngineContext context)
      throws IOException, CancelledException {
    Outcome outcome = new Outcome(read, fit, parameters, version, context.seed());
    try (OutputStream out = create(artifacts, "placements.json", "application/json")) {
      PlacementsJson.write(out, outcome);
    }
    try (OutputStream out = create(artifacts, "placements.geojson", "application/geo+json")) {
      PlacementsGeoJson.writePlan(out, outcome);
    }
    if (read.crs() != null) {
      try (OutputStream out =
          create(artifacts, "placements-wgs84.geojson", "application/geo+json")) {
        PlacementsGeoJson.writeMap(out, outcome, read.crs());
      }
    }
    try (OutputStream out = create(artifacts, "plan.svg", "image/svg+xml")) {
      new PlanSvg(outcome).write(out);
    }
  }

  private static OutputStream create(ArtifactSink artifacts, String name, String mediaType)
      throws IOException {
    return new BufferedOutputStream(artifacts.create(name, mediaType));
  }
}
