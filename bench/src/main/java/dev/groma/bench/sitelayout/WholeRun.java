package dev.groma.bench.sitelayout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.engine.crs.CrsLookup;
import dev.groma.engine.geotiff.GeoTiffWriter;
import dev.groma.engine.sitelayout.SiteLayout;
import dev.groma.engine.sitelayout.SiteLayoutSummary;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.read.Grids;
import dev.groma.engine.sitelayout.read.LocalFrame;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * The engine from files to files: a GeoTIFF in memory, a boundary, all artifacts thrown away.
 *
 * @param summary what came of it
 * @param cpuMillis of the thread that it ran on
 * @param pauses between its questions whether to stop
 */
record WholeRun(SiteLayoutSummary summary, double cpuMillis, Pauses pauses) {

  private static final double EAST = 450_000;
  private static final double NORTH = 4_500_000;

  /** The files of a site on hills. */
  record Files(Input boundary, Input dem, JsonNode parameters) {

    static Files of(Hills hills) throws Exception {
      Ground ground = hills.ground();
      CrsLookup.Found crs = (CrsLookup.Found) CrsLookup.of("EPSG:32630");
      LocalFrame frame = new LocalFrame(crs.crs(), EAST, NORTH);
      ByteArrayOutputStream tiff = new ByteArrayOutputStream();
      GeoTiffWriter.write(
          Grids.grid(ground.raster(), ground.elevations(), frame),
          GeoTiffWriter.Compression.DEFLATE,
          tiff);
      double s = hills.size();
      String boundary =
          """
          {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {"name": "site"}, "geometry": {"type": "Polygon",
              "coordinates": [[[%1$s, %2$s], [%3$s, %2$s], [%3$s, %4$s], [%1$s, %4$s], [%1$s, %2$s]]]}},
            {"type": "Feature", "properties": {"name": "exclusion"}, "geometry": {"type": "Polygon",
              "coordinates": [[[%5$s, %6$s], [%7$s, %6$s], [%7$s, %8$s], [%5$s, %8$s], [%5$s, %6$s]]]}}]}
          """
              .formatted(
                  EAST,
                  NORTH,
                  EAST + s,
                  NORTH + s,
                  EAST + 0.45 * s - 150,
                  NORTH + 0.55 * s - 150,
                  EAST + 0.45 * s + 150,
                  NORTH + 0.55 * s + 150);
      String parameters =
          """
          {"crs": "EPSG:32630", "targetCapacityKw": 60000, "entry": {"east": %s, "north": %s},
           "terrain": {"resolutionMetres": %s}}
          """
              .formatted(EAST + s / 2, NORTH, hills.cell());
      return new Files(
          Input.ofText("boundary", boundary),
          Input.ofBytes("dem", tiff.toByteArray()),
          new ObjectMapper().readTree(parameters));
    }
  }

  static WholeRun of(Files files) throws Exception {
    SiteLayout engine = new SiteLayout();
    Pauses pauses = new Pauses();
    long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    SiteLayoutSummary summary =
        engine.run(
            new Inputs(List.of(files.boundary(), files.dem())),
            engine.parameters(files.parameters()),
            (name, mediaType) -> OutputStream.nullOutputStream(),
            pauses);
    pauses.checkCancelled();
    long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new WholeRun(summary, (end - begin) / 1e6, pauses);
  }
}
