package dev.groma.engine.sitelayout.output;

import dev.groma.engine.ArtifactSink;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.parameters.SiteLayoutParameters;
import dev.groma.engine.sitelayout.read.LocalFrame;
import dev.groma.engine.sitelayout.read.ReadSite;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the artifacts of a layout. */
public final class LayoutWriter {

  private static final int BUFFER = 1 << 16;
  private static final String GEOJSON = "application/geo+json";

  private LayoutWriter() {}

  /**
   * Writes {@code layout.geojson} and {@code roads.geojson} in WGS84, {@code layout-local.geojson}
   * in the working CRS, {@code layout.kml}, {@code earthworks.json}, {@code cutfill.tif}, {@code
   * map.svg}, {@code map.png} and {@code report.html}, in this order.
   *
   * @throws IOException only as thrown by the sink and its streams
   */
  public static void write(
      ArtifactSink artifacts,
      ReadSite read,
      Layout layout,
      SiteLayoutParameters parameters,
      EngineContext context)
      throws IOException, CancelledException {
    LocalFrame frame = read.frame();
    double roadWidth = parameters.roads().width();
    try (OutputStream out = create(artifacts, "layout.geojson", GEOJSON)) {
      new LayoutGeoJson(layout, frame, Places.WGS84).write(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "roads.geojson", GEOJSON)) {
      new LayoutGeoJson(layout, frame, Places.WGS84).writeRoads(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "layout-local.geojson", GEOJSON)) {
      new LayoutGeoJson(layout, frame, Places.WORKING).write(out);
    }
    context.checkCancelled();
    try (OutputStream out =
        create(artifacts, "layout.kml", "application/vnd.google-earth.kml+xml")) {
      new LayoutKml(layout, frame).write(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "earthworks.json", "application/json")) {
      new EarthworksJson(layout, read).write(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "cutfill.tif", "image/tiff")) {
      CutFillTiff.write(layout, frame, out, context);
    }
    context.checkCancelled();
    ByteArrayOutputStream map = new ByteArrayOutputStream();
    new MapSvg(layout, frame, roadWidth, context).write(map);
    try (OutputStream out = create(artifacts, "map.svg", "image/svg+xml")) {
      map.writeTo(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "map.png", "image/png")) {
      new MapPng(layout, roadWidth, context).write(out);
    }
    context.checkCancelled();
    try (OutputStream out = create(artifacts, "report.html", "text/html")) {
      new ReportHtml(layout, read, parameters, map.toString(StandardCharsets.UTF_8)).write(out);
    }
  }

  private static OutputStream create(ArtifactSink artifacts, String name, String mediaType)
      throws IOException {
    return new BufferedOutputStream(artifacts.create(name, mediaType), BUFFER);
  }
}
