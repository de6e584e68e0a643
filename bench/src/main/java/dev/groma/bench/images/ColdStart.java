package dev.groma.bench.images;

import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import dev.groma.images.UnpackedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Times whole processes that find the rooms of one small plan, from the start of the process until
 * the rooms are on disk and it has ended: the runner's image, the same without its AOT cache, and
 * Python with shapely.
 *
 * @param runner the unpacked image
 * @param python a Python with shapely
 * @param script that finds rooms with shapely
 */
record ColdStart(UnpackedImage runner, Path python, Path script) {

  private static final int TURNS = 15;
  private static final String CACHE_OPTION = "-XX:AOTCache=";

  /** A house of four rooms. */
  private static final String WALLS =
      """
      {"walls": [
        {"type": "line", "start": [0, 0], "end": [8, 0]}, {"type": "line", "start": [8, 0], "end": [8, 6]},
        {"type": "line", "start": [8, 6], "end": [0, 6]}, {"type": "line", "start": [0, 6], "end": [0, 0]},
        {"type": "line", "start": [4, 0], "end": [4, 6]}, {"type": "line", "start": [0, 3], "end": [8, 3]}
      ]}
      """;

  private static final String MANIFEST =
      """
      apiVersion: groma.dev/v1alpha1
      kind: LayoutJob
      metadata: {name: house}
      spec: {roomDetection: {unit: m, walls: {file: walls.json}}}
      """;

  /** Prints a Markdown table of medians; the contenders take turns. */
  void print() throws IOException {
    Path plan = Files.createDirectories(runner.root().resolve("tmp/plan"));
    Files.writeString(plan.resolve("walls.json"), WALLS);
    Files.writeString(plan.resolve("house.yaml"), MANIFEST);
    List<String> cached = new ArrayList<>(runner.entrypoint());
    cached.addAll(List.of("run", "/tmp/plan/house.yaml", "--output", "/tmp/plan/out"));
    List<String> uncached = cached.stream().filter(word -> !word.startsWith(CACHE_OPTION)).toList();
    List<String> shapely =
        List.of(
            script.toString(),
            plan.resolve("walls.json").toString(),
            plan.resolve("rooms.geojson").toString());
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      ours.add(millis(() -> runner.run(Map.of(), cached)));
      theirs.add(millis(() -> new Program(python).run(shapely)));
      plain.add(millis(() -> runner.run(Map.of(), uncached)));
    }
    System.out.println("| from start to end, one small plan | median | shapely/this |");
    System.out.println("|---|---|---|");
    print("runner's image", ours, theirs);
    print("runner's image without its AOT cache", plain, theirs);
    print("Python with shapely", theirs, theirs);
  }

  private static double millis(Supplier<Output> process) {
    long start = System.nanoTime();
    process.get().success();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void print(String what, List<Double> these, List<Double> theirs) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f ms | %.2f |%n",
        what,
        median(these),
        median(theirs) / median(these));
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
