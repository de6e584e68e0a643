package dev.groma.bench.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.images.UnpackedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Times whole processes that fetch a small plan from S3, find its rooms and store them in S3, from
 * the start of the process to its first request and to its end: an attempt in the runner's image,
 * the same without its AOT cache, and Python with boto3 and shapely. All run in namespaces of their
 * own, Python with this machine's files.
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
    try (PlanStore s3 = new PlanStore(WALLS.getBytes(StandardCharsets.UTF_8))) {
      print(s3);
    }
  }

  private void print(PlanStore s3) throws IOException {
    List<String> cached = new ArrayList<>(runner.entrypoint());
    cached.addAll(attempt());
    List<String> uncached = cached.stream().filter(word -> !word.startsWith(CACHE_OPTION)).toList();
    UnpackedImage machine = new UnpackedImage(Path.of("/"), runner.config());
    List<String> peer =
        List.of(
            python.toAbsolutePath().toString(),
            script.toAbsolutePath().toString(),
            s3.endpoint().toString(),
            BUCKET,
            "walls.json",
            "rooms.geojson");
    List<Start> ours = new ArrayList<>();
    List<Start> plain = new ArrayList<>();
    List<Start> theirs = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      ours.add(Start.of(() -> runner.run(environment(s3), cached).success(), s3));
      theirs.add(Start.of(() -> machine.run(environment(s3), peer).success(), s3));
      plain.add(Start.of(() -> runner.run(environment(s3), uncached).success(), s3));
    }
    System.out.println(
        "| from S3 to S3, one small plan | first request | Python/this | whole | Python/this | CPU | Python/this |");
    System.out.println("|---|---|---|---|---|---|---|");
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

  private static Map<String, String> environment(PlanStore s3) {
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
        "groma",
        "AWS_SECRET_ACCESS_KEY",
        "groma-secret");
  }

  private static void print(String what, List<Start> these, List<Start> theirs) {
    StringBuilder line = new StringBuilder("| " + what);
    for (ToDoubleFunction<Start> number :
        List.<ToDoubleFunction<Start>>of(Start::firstRequest, Start::whole, Start::cpu)) {
      double median = Start.median(these, number);
      line.append(
          String.format(
              Locale.ROOT, " | %.0f ms | %.2f", median, Start.median(theirs, number) / median));
    }
    System.out.println(line.append(" |"));
  }
}
