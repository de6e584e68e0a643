package dev.groma.bench.sitefit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.sitefit.Fit;
import dev.groma.engine.sitefit.SiteFit;
import dev.groma.engine.sitefit.SiteFitParameters;
import dev.groma.engine.sitefit.SiteFitter;
import dev.groma.engine.sitefit.read.ReadSite;
import dev.groma.engine.sitefit.read.SiteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times site fit, then the grid search of the Python script on the same cases, and prints a table.
 *
 * <p>Arguments: python, script, file of shared cases.
 */
public final class Compare {

  private static final int WARM_UP = 5;
  private static final int ROUNDS = 5;

  private Compare() {}

  /** Measures. */
  public static void main(String[] arguments)
      throws IOException, EngineException, InterruptedException {
    List<Sample> samples = Sample.all(Path.of(arguments[2]));
    List<String> groma = new ArrayList<>();
    List<Double> one = new ArrayList<>();
    List<Double> five = new ArrayList<>();
    for (int round = 0; round < WARM_UP; round++) {
      for (Sample sample : samples) {
        fit(sample, 5);
      }
    }
    for (Sample sample : samples) {
      one.add(millis(sample, 1));
      five.add(millis(sample, 5));
      Fit fit = fit(sample, 1);
      groma.add(
          fit.placements().isEmpty()
              ? "proven not to"
              : "%.2f m".formatted(fit.placements().getFirst().metrics().clearance()));
    }
    List<String[]> peer = gridSearch(arguments[0], arguments[1], samples);
    System.out.println(
        "| case | Groma, one | Groma, five | fits, clearance | grid search | finds, clearance |"
            + " grid/Groma, one |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int i = 0; i < samples.size(); i++) {
      double peerMillis = Double.parseDouble(peer.get(i)[0]);
      System.out.printf(
          "| %s | %.1f ms | %.1f ms | %s | %.0f ms | %s | %.1f |%n",
          samples.get(i).id(),
          one.get(i),
          five.get(i),
          groma.get(i),
          peerMillis,
          peer.get(i)[1].equals("-") ? "nothing" : peer.get(i)[1] + " m",
          peerMillis / one.get(i));
    }
  }

  /** The median of some rounds. */
  private static double millis(Sample sample, int placements) throws IOException, EngineException {
    double[] times = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      fit(sample, placements);
      times[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  /** From JSON to placements, without artifacts. */
  private static Fit fit(Sample sample, int placements) throws IOException, EngineException {
    ObjectNode block = new ObjectMapper().createObjectNode();
    block.put("setback", sample.setback());
    block.put("topK", placements);
    SiteFitParameters parameters = new SiteFit().parameters(block);
    EngineContext context = EngineContext.silent();
    ReadSite read =
        SiteReader.read(
            Input.ofText("parcel", sample.parcel().toString()),
            Input.ofText("house", sample.house().toString()),
            parameters,
            context);
    return new SiteFitter().fit(read.site(), parameters, context);
  }

  private static List<String[]> gridSearch(String python, String script, List<Sample> samples)
      throws IOException, InterruptedException {
    ArrayNode cases = new ObjectMapper().createArrayNode();
    samples.forEach(sample -> cases.add(sample.toJson()));
    Path file = Files.createTempFile("groma-sitefit", ".json");
    try {
      Files.writeString(file, cases.toString());
      Process process =
          new ProcessBuilder(python, script, file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(script + " failed");
      }
      return output.lines().map(line -> line.split(" ")).toList();
    } finally {
      Files.delete(file);
    }
  }
}
