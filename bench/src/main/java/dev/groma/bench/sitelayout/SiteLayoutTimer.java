package dev.groma.bench.sitelayout;

import dev.groma.engine.EngineContext;
import dev.groma.engine.sitelayout.Layout;
import dev.groma.engine.sitelayout.SitePlanner;
import dev.groma.engine.sitelayout.earthworks.CutFill;
import dev.groma.engine.sitelayout.earthworks.Plane;
import dev.groma.engine.sitelayout.earthworks.SurfaceIntegral;
import dev.groma.engine.sitelayout.ground.Ground;
import dev.groma.engine.sitelayout.ground.Raster;
import dev.groma.engine.sitelayout.roads.RoadRules;
import dev.groma.engine.sitelayout.roads.RouteGrid;
import dev.groma.engine.sitelayout.roads.RouteSearch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Times site layout and prints Markdown. Arguments: a Python with networkx, and the script. */
public final class SiteLayoutTimer {

  private static final EngineContext SILENT = EngineContext.silent();
  private static final int ROUNDS = 7;

  private SiteLayoutTimer() {}

  /** Runs everything. */
  public static void main(String[] arguments) throws Exception {
    plan(10, ROUNDS);
    plan(1, 1);
    whole(10, ROUNDS);
    whole(1, 1);
    cutAndFill();
    route(arguments[0], arguments[1]);
  }

  private interface Work {
    Object run() throws Exception;
  }

  /** Median milliseconds after as many rounds of warming up. */
  private static double millis(int rounds, Work work) throws Exception {
    double[] times = new double[rounds];
    for (int round = 0; round < 2 * rounds; round++) {
      long begin = System.nanoTime();
      work.run();
      times[round % rounds] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(times);
    return times[rounds / 2];
  }

  private static void plan(double cell, int rounds) throws Exception {
    Hills hills = new Hills(3162, cell);
    Ground ground = hills.ground();
    Layout[] last = new Layout[1];
    double time =
        millis(
            rounds,
            () ->
                last[0] =
                    new SitePlanner()
                        .plan(hills.site(), ground, ground, Hills.settings(60_000), SILENT));
    print(
        "10 km2 at %.0f m: %.0f ms, %.0f kW with a road, %d assets, %.1f km of road, %d cells, heap of"
            + " at most %d MB",
        cell,
        time,
        last[0].answer().connectedKw(),
        last[0].assets().size(),
        last[0].network().length() / 1000,
        ground.raster().size(),
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static void whole(double cell, int rounds) throws Exception {
    WholeRun.Files files = WholeRun.Files.of(new Hills(3162, cell));
    WholeRun[] last = new WholeRun[1];
    double time = millis(rounds, () -> last[0] = WholeRun.of(files));
    print(
        "10 km2 at %.0f m from files to files: %.0f ms, %.0f ms of the processor, %.0f kW with a road;"
            + " longest work between two of %d questions whether to stop: %.0f ms (%.0f ms of the"
            + " processor)",
        cell,
        time,
        last[0].cpuMillis(),
        last[0].summary().totalCapacityKw(),
        last[0].pauses().questions(),
        last[0].pauses().longestMillis(),
        last[0].pauses().longestCpuMillis());
  }

  private static void cutAndFill() throws Exception {
    Ground ground = new Hills(3000, 1).ground();
    double[] pad = {0, 0, 2900, 0, 2900, 2900, 0, 2900};
    float[] z = ground.elevations();
    double plain = millis(ROUNDS, () -> sum(z));
    double mean = new SurfaceIntegral(ground).mean(pad);
    CutFill[] volumes = new CutFill[1];
    double exact =
        millis(ROUNDS, () -> volumes[0] = new SurfaceIntegral(ground).over(pad, Plane.level(mean)));
    print(
        "cut and fill over %d cells: %.1f ns a cell, a plain sum %.1f ns, ratio %.2f; cut %.3f,"
            + " fill %.3f",
        2900 * 2900,
        exact * 1e6 / (2900.0 * 2900),
        plain * 1e6 / z.length,
        exact / (2900.0 * 2900) / (plain / z.length),
        volumes[0].cut(),
        volumes[0].fill());
  }

  private static double sum(float[] z) {
    double sum = 0;
    for (float value : z) {
      sum += value;
    }
    return sum;
  }

  private static void route(String python, String script) throws Exception {
    Ground ground = new Hills(3000, 10).ground();
    Raster raster = ground.raster();
    RouteGrid grid =
        RouteGrid.of(
            new GeometryFactory().toGeometry(new Envelope(-100, 4000, -100, 4000)),
            ground,
            RoadRules.DEFAULT,
            SILENT);
    int from = raster.index(5, 5);
    int to = raster.index(raster.columns() - 6, raster.rows() - 9);
    RouteSearch search = new RouteSearch(raster, SILENT);
    double time = millis(ROUNDS, () -> search.find(grid, new int[] {from}, to, cell -> cell == to));
    Path file = Files.createTempFile("ground", ".f32");
    try {
      ByteBuffer bytes = ByteBuffer.allocate(4 * raster.size()).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asFloatBuffer().put(ground.elevations());
      Files.write(file, bytes.array());
      String theirs =
          run(python, script, file.toString(), raster.columns() + "", from + "", to + "");
      String[] numbers = theirs.strip().split(" ");
      print(
          "A* over %d cells: Groma %.1f ms at cost %.3f; networkx %s ms at cost %s; ratio %.0f",
          raster.size(),
          time,
          search.costTo(to),
          numbers[0],
          numbers[1],
          Double.parseDouble(numbers[0]) / time);
    } finally {
      Files.delete(file);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("exit code " + process.exitValue() + " of " + command[0]);
    }
    return out;
  }

  private static void print(String format, Object... values) {
    System.out.println("- " + String.format(Locale.ROOT, format, values));
  }
}
