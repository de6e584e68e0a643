package dev.groma.bench.rooms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Times Groma, shapely and plain JTS on the same plans in one run, each in a process of its own, in
 * turns, and prints a Markdown table of medians.
 */
public final class Compare {

  private static final int TURNS = 3;

  /** From here on plain JTS takes minutes a turn, and one turn will do. */
  private static final int LARGE = 20_000;

  private static final List<Grid> PLANS =
      List.of(
          new Grid(7, 0),
          new Grid(32, 0),
          new Grid(100, 0),
          new Grid(100, 0.01),
          new Grid(316, 0),
          new Grid(316, 0.01));

  private final String python;
  private final Path script;

  private Compare(String python, Path script) {
    this.python = python;
    this.script = script;
  }

  /** Arguments: a Python with shapely, and the script beside this module. */
  public static void main(String[] arguments) throws Exception {
    new Compare(arguments[0], Path.of(arguments[1])).run();
  }

  private record Measured(double millis, int rooms, int heapMebibytes) {}

  private void run() throws IOException, InterruptedException {
    System.out.println(
        "| rooms | jitter | Groma | found | heap | shapely | found | JTS | found | shapely/Groma |"
            + " JTS/Groma |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
    for (Grid plan : PLANS) {
      System.out.println(row(plan));
    }
  }

  private String row(Grid plan) throws IOException, InterruptedException {
    Path file = Files.createTempFile("plan", ".f64");
    try {
      write(plan.segments(), file);
      List<Measured> groma = new ArrayList<>();
      List<Measured> shapely = new ArrayList<>();
      List<Measured> jts = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        groma.add(java("groma", file, plan, "-Xmx2g"));
        shapely.add(shapely(file, plan));
        if (turn == 0 || plan.rooms() < LARGE) {
          jts.add(java("jts", file, plan, "-Xmx8g"));
        }
      }
      Measured ours = median(groma);
      Measured theirs = median(shapely);
      Measured reference = median(jts);
      return String.format(
          Locale.ROOT,
          "| %,d | %.0f mm | %s | %,d | %,d MiB | %s | %,d | %s | %,d | %.1f | %.1f |",
          plan.rooms(),
          plan.jitterMetres() * 1000,
          time(ours),
          ours.rooms(),
          ours.heapMebibytes(),
          time(theirs),
          theirs.rooms(),
          time(reference),
          reference.rooms(),
          theirs.millis() / ours.millis(),
          reference.millis() / ours.millis());
    } finally {
      Files.delete(file);
    }
  }

  private static void write(double[] segments, Path file) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(segments.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(segments);
    Files.write(file, bytes.array());
  }

  private static Measured java(String contender, Path file, Grid plan, String heap)
      throws IOException, InterruptedException {
    return measure(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            heap,
            "-XX:+UseParallelGC",
            "-cp",
            System.getProperty("java.class.path"),
            RoomsTimer.class.getName(),
            contender,
            file.toString(),
            Integer.toString(rounds(plan))));
  }

  private Measured shapely(Path file, Grid plan) throws IOException, InterruptedException {
    return measure(
        List.of(
            python,
            script.toString(),
            file.toString(),
            plan.jitterMetres() == 0 ? "0" : Double.toString(RoomsTimer.SNAP_METRES),
            "1",
            Integer.toString(rounds(plan))));
  }

  private static int rounds(Grid plan) {
    return plan.rooms() < 1000 ? 51 : plan.rooms() < LARGE ? 5 : 1;
  }

  private static Measured measure(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + command);
    }
    double[] numbers =
        Arrays.stream(output.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Measured(numbers[0], (int) numbers[1], numbers.length > 2 ? (int) numbers[2] : 0);
  }

  private static Measured median(List<Measured> measured) {
    List<Measured> sorted = new ArrayList<>(measured);
    Collections.sort(sorted, (a, b) -> Double.compare(a.millis(), b.millis()));
    return sorted.get(sorted.size() / 2);
  }

  private static String time(Measured measured) {
    return measured.millis() < 1000
        ? String.format(Locale.ROOT, "%.1f ms", measured.millis())
        : String.format(Locale.ROOT, "%.2f s", measured.millis() / 1000);
  }
}
