package dev.groma.runner.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.engine.ArtifactSink;
import dev.groma.engine.BadInputException;
import dev.groma.engine.BadParametersException;
import dev.groma.engine.Engine;
import dev.groma.engine.EngineContext;
import dev.groma.engine.EngineException;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.engine.Problem;
import dev.groma.engine.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An engine that does what its input tells it, line by line; it answers with the number of lines.
 * It bears the name of the one engine that the CRD knows.
 */
public final class ScriptedEngine
    implements Engine<ScriptedEngine.Parameters, ScriptedEngine.Summary> {

  /** What the block holds beside the input. */
  public record Parameters(double snapTolerance) {}

  /** As the CRD has it for this engine's name. */
  public record Summary(long roomsCount, double confidenceScore) {}

  @Override
  public String name() {
    return "roomDetection";
  }

  @Override
  public String version() {
    return "test";
  }

  @Override
  public String title() {
    return "does what its input tells it";
  }

  @Override
  public List<String> inputNames() {
    return List.of("walls");
  }

  @Override
  public Parameters parameters(JsonNode block) throws BadParametersException {
    double tolerance = block.path("snapTolerance").asDouble(0.01);
    if (tolerance == 13) {
      throw new BadParametersException(
          new Problems(List.of(Problem.at("snapTolerance", "must not be 13")), 1));
    }
    return new Parameters(tolerance);
  }

  @Override
  public Summary run(
      Inputs inputs, Parameters parameters, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException {
    List<String> lines = lines(inputs.get("walls"));
    int number = 0;
    for (String line : lines) {
      number++;
      follow(line, number, artifacts, context);
    }
    return new Summary(lines.size(), 1);
  }

  private static List<String> lines(Input input) throws IOException {
    try (InputStream in = input.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static void follow(String line, int number, ArtifactSink artifacts, EngineContext context)
      throws EngineException, IOException {
    String[] words = line.split(" ", 2);
    String rest = words.length == 2 ? words[1] : "";
    switch (words[0]) {
      case "write" -> {
        try (OutputStream out = artifacts.create(rest, "text/plain")) {
          out.write((rest + "\n").getBytes(StandardCharsets.UTF_8));
        }
      }
      case "large" -> {
        String[] file = rest.split(" ");
        try (OutputStream out = artifacts.create(file[0], "application/octet-stream")) {
          for (int mebibyte = 0; mebibyte < Integer.parseInt(file[1]); mebibyte++) {
            byte[] content = new byte[1 << 20];
            Arrays.fill(content, (byte) mebibyte);
            out.write(content);
          }
        }
      }
      case "seed" -> {
        try (OutputStream out = artifacts.create("seed", "text/plain")) {
          out.write(Long.toString(context.seed()).getBytes(StandardCharsets.UTF_8));
        }
      }
      case "progress" -> context.progress(Integer.parseInt(rest), "being tested");
      case "bad" -> throw new BadInputException(new Problem("walls[0]", number, 5, rest));
      case "crash" -> throw new IllegalStateException(rest);
      case "exhaust" -> exhaust();
      case "recurse" -> recurse(0);
      case "wait" -> {
        while (true) {
          context.checkCancelled();
          Thread.onSpinWait();
        }
      }
      case "hang" -> {
        while (true) {
          Thread.onSpinWait();
        }
      }
      default -> {}
    }
  }

  private static void exhaust() {
    List<byte[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new byte[1 << 20]);
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int recurse(int depth) {
    return 1 + recurse(depth + 1);
  }
}
