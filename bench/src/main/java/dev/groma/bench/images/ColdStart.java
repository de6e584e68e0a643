package dev.groma.bench.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.cluster.objectstore.ObjectStore;
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
 * Times whole processes that fetch a small plan from S3, find its rooms and store them in S3, from
 * the start of the process to its end: an attempt in the runner's image, the same without its AOT
 * cache, and Python with boto3 and shapely.
 *
 * @param runner the unpacked image
 * @param python a Python with boto3 and shapely
 * @param script that does the same with them
 */
record ColdStart(UnpackedImage runner, Path python, Path script) {

  private static final int TURNS = 15;
  private static final String CACHE_OPTION = "-XX:AOTCache=";
  private static final String BUCKET = "plans";
  private static final String REGION = "eu-central-1";

  /** A house of four rooms. */
  private static final String WALLS =
      """
      {"walls": [
        {"type": "line", "start": [0, 0], "end": [8, 0]}, {"type": "line", "start": [8, 0], "end": [8, 6]},
        {"type": "line", "start": [8, 6], "end": [0, 6]}, {"type": "line", "start": [0, 6], "end": [0, 0]},
        {"type": "line", "start": [4, 0], "end": [4, 6]}, {"type": "line", "start": [0, 3], "end": [8, 3]}
      ]}
      """;

  /** Prints a Markdown table of medians; the contenders take turns. */
  void print() throws IOException {
    try (ObjectStore s3 = ObjectStore.start()) {
      s3.createBucket(BUCKET);
      Files.writeString(s3.bucket(BUCKET).resolve("walls.json"), WALLS);
      print(s3);
    }
  }

  private void print(ObjectStore s3) throws IOException {
    List<String> cached = new ArrayList<>(runner.entrypoint());
    cached.addAll(attempt());
    List<String> uncached = cached.stream().filter(word -> !word.startsWith(CACHE_OPTION)).toList();
    List<String> peer =
        List.of(script.toString(), s3.endpoint().toString(), BUCKET, "walls.json", "rooms.geojson");
    List<Double> ours = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      ours.add(millis(() -> runner.run(environment(s3), cached)));
      theirs.add(millis(() -> new Program(python, environment(s3)).run(peer)));
      plain.add(millis(() -> runner.run(environment(s3), uncached)));
    }
    System.out.println("| from S3 to S3, one small plan | median | Python/this |");
    System.out.println("|---|---|---|");
    print("runner's image", ours, theirs);
    print("runner's image without its AOT cache", plain, theirs);
    print("Python with boto3 and shapely", theirs, theirs);
  }

  private List<String> attempt() throws IOException {
    Path pod = Files.createDirectories(runner.root().resolve("tmp/pod"));
    Files.createDirectories(pod.resolve("output"));
    ObjectNode parameters = RunnerContract.mapper().createObjectNode().put("unit", "m");
    RequestInput walls =
        RequestInput.ofObject("walls", new RequestObject(BUCKET, "walls.json", null, null));
    RunnerRequest request =
        RunnerRequest.of(
            new JobReference("plans", "house", "0b0d8a2e-6a4e-4e1c-9c83-3f1f2a6d7c55"),
            1,
            new RunnerRequest.Work("roomDetection", parameters, 0, List.of(walls)),
            new RunnerRequest.Delivery(60, RequestOutput.ofS3(BUCKET, "results/"), null),
            null);
    Files.writeString(pod.resolve("request.json"), RunnerContract.canonicalJson(request));
    return List.of(
        "attempt",
        "--request",
        "/tmp/pod",
        "--output",
        "/tmp/pod/output",
        "--termination-log",
        "/tmp/pod/end");
  }

  private static Map<String, String> environment(ObjectStore s3) {
    return Map.of(
        "GROMA_S3_ENDPOINT",
        s3.endpoint().toString(),
        "GROMA_S3_REGION",
        REGION,
        "GROMA_S3_PATH_STYLE",
        "true",
        "AWS_REGION",
        REGION,
        "AWS_ACCESS_KEY_ID",
        ObjectStore.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        ObjectStore.SECRET_KEY);
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
