package dev.groma.images.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.cluster.objectstore.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Lays out what the runner rehearses, in a folder of the unpacked image.
 *
 * @param examples the manifests, with the files beside them
 * @param folder the one on this machine
 * @param inside the same folder, as the runner sees it
 */
record Rehearsal(Path examples, Path folder, Path inside) {

  private static final String BUCKET = "rehearsal";
  private static final String WALLS =
      """
      {"walls": [
        {"type": "line", "start": [0, 0], "end": [6, 0]},
        {"type": "line", "start": [6, 0], "end": [6, 4]},
        {"type": "line", "start": [6, 4], "end": [0, 4]},
        {"type": "line", "start": [0, 4], "end": [0, 0]},
        {"type": "line", "start": [4, 0], "end": [4, 4]}
      ]}
      """;

  /** Writes everything; returns the file with the command lines, as the runner sees it. */
  Path write(ObjectStore s3, ReportDouble report) throws IOException {
    copyExamples();
    s3.createBucket(BUCKET);
    Files.writeString(s3.bucket(BUCKET).resolve("walls.json"), WALLS);
    List<String> commands = new ArrayList<>();
    commands.add(runOfExamples());
    commands.add(
        attempt(
            "configmap",
            RequestInput.ofFile("walls", "inputs/walls"),
            RequestOutput.ofConfigMap(),
            report));
    commands.add(
        attempt(
            "s3",
            RequestInput.ofObject("walls", new RequestObject(BUCKET, "walls.json", null, null)),
            RequestOutput.ofS3(BUCKET, "results/"),
            report));
    Files.write(folder.resolve("commands"), commands);
    return inside.resolve("commands");
  }

  /** Variables of the runner's process. */
  static Map<String, String> environment(ObjectStore s3) {
    return Map.of(
        "GROMA_S3_ENDPOINT",
        s3.endpoint().toString(),
        "GROMA_S3_REGION",
        "eu-central-1",
        "GROMA_S3_PATH_STYLE",
        "true",
        "AWS_ACCESS_KEY_ID",
        ObjectStore.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        ObjectStore.SECRET_KEY);
  }

  private void copyExamples() throws IOException {
    try (Stream<Path> paths = Files.walk(examples)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve("examples").resolve(examples.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    }
  }

  private String runOfExamples() throws IOException {
    StringBuilder command = new StringBuilder("run");
    try (Stream<Path> files = Files.list(examples)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .forEach(name -> command.append(' ').append(inside.resolve("examples").resolve(name)));
    }
    return command.append(" --output ").append(inside.resolve("laptop")).toString();
  }

  private String attempt(String name, RequestInput input, RequestOutput output, ReportDouble report)
      throws IOException {
    Path pod = folder.resolve(name);
    Files.createDirectories(pod.resolve("request/inputs"));
    Files.createDirectories(pod.resolve("output"));
    Files.writeString(pod.resolve("request/inputs/walls"), WALLS);
    Files.writeString(pod.resolve("request/token"), "rehearsal");
    Files.writeString(pod.resolve("request/ca.crt"), report.authorityPem());
    ObjectNode parameters = RunnerContract.mapper().createObjectNode().put("unit", "m");
    RunnerRequest request =
        RunnerRequest.of(
            new JobReference("rehearsal", name, "0b0d8a2e-6a4e-4e1c-9c83-3f1f2a6d7c55"),
            1,
            new RunnerRequest.Work("roomDetection", parameters, 0, List.of(input)),
            new RunnerRequest.Delivery(
                240, output, new RequestReport(report.url().toString(), "token", "ca.crt")),
            null);
    Files.writeString(pod.resolve("request/request.json"), RunnerContract.canonicalJson(request));
    Path seen = inside.resolve(name);
    return "attempt --request %s --output %s --termination-log %s"
        .formatted(seen.resolve("request"), seen.resolve("output"), seen.resolve("end"));
  }
}
