package dev.groma.engine.rooms.output;

import dev.groma.engine.ArtifactSink;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.FloorPlan;
import dev.groma.engine.rooms.plan.ReadPlan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes the artifacts of a floor plan. */
public final class FloorPlanWriter {

  private static final int BUFFER = 1 << 16;

  private FloorPlanWriter() {}

  /**
   * Writes {@code rooms.geojson}, {@code diagnostics.geojson} and {@code plan.svg}, in this order.
   *
   * @throws IOException only as thrown by the sink and its streams
   */
  public static void write(
      ArtifactSink artifacts, ReadPlan read, FloorPlan found, EngineContext context)
      throws IOException, CancelledException {
    PlanFrame frame = PlanFrame.of(read.plan(), found.effective());
    try (OutputStream out = create(artifacts, "rooms.geojson", "application/geo+json")) {
      RoomsGeoJson.write(out, found, frame, context);
    }
    try (OutputStream out = create(artifacts, "diagnostics.geojson", "application/geo+json")) {
      DiagnosticsGeoJson.write(out, found, read.notes(), frame, context);
    }
    try (OutputStream out = create(artifacts, "plan.svg", "image/svg+xml")) {
      new PlanSvg(read.plan(), found, frame, context).write(out);
    }
  }

  private static OutputStream create(ArtifactSink artifacts, String name, String mediaType)
      throws IOException {
    return new BufferedOutputStream(artifacts.create(name, mediaType), BUFFER);
  }
}
