package dev.groma.images.training;

import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import dev.groma.cluster.objectstore.ObjectStore;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Lays out what the runner rehearses, in a folder of the unpacked image.
 *
 * @param examples the manifests
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
    s3.createBucket(BUCKET);
    List<String> commands = new ArrayList<>();
    for (Path manifest : manifests()) {
      commands.add(attemptOf(manifest, s3, report));
    }
    commands.add(attemptWithoutS3(report));
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

  private List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.list(examples)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  /** What the operator would ask for an example, with inputs and artifacts in S3. */
  private String attemptOf(Path manifest, ObjectStore s3, ReportDouble report) throws IOException {
    LayoutJob job =
        new KubernetesSerialization().unmarshal(Files.readString(manifest), LayoutJob.class);
    String name = job.getMetadata().getName();
    EngineBlock block = EngineBlock.of(job.getSpec());
    List<RequestInput> inputs = new ArrayList<>();
    for (NamedInput input : block.inputs()) {
      String key = name + "-" + input.name();
      Files.writeString(
          s3.bucket(BUCKET).resolve(key), Objects.requireNonNull(input.source().inline(), key));
      inputs.add(RequestInput.ofObject(input.name(), new RequestObject(BUCKET, key, null, null)));
    }
    RunnerRequest.Work work = new RunnerRequest.Work(block.engine(), block.parameters(), 0, inputs);
    return attempt(name, work, RequestOutput.ofS3(BUCKET, "results/" + name + "/"), report);
  }

  private String attemptWithoutS3(ReportDouble report) throws IOException {
    Path inputs = Files.createDirectories(folder.resolve("configmap/request/inputs"));
    Files.writeString(inputs.resolve("walls"), WALLS);
    RunnerRequest.Work work =
        new RunnerRequest.Work(
            "roomDetection",
            RunnerContract.mapper().createObjectNode().put("unit", "m"),
            0,
            List.of(RequestInput.ofFile("walls", "inputs/walls")));
    return attempt("configmap", work, RequestOutput.ofConfigMap(), report);
  }

  private String attempt(
      String name, RunnerRequest.Work work, RequestOutput output, ReportDouble report)
      throws IOException {
    Path pod = folder.resolve(name);
    Files.createDirectories(pod.resolve("request"));
    Files.createDirectories(pod.resolve("output"));
    Files.writeString(pod.resolve("request/token"), "rehearsal");
    Files.writeString(pod.resolve("request/ca.crt"), report.authorityPem());
    RunnerRequest request =
        RunnerRequest.of(
            new JobReference("rehearsal", name, "0b0d8a2e-6a4e-4e1c-9c83-3f1f2a6d7c55"),
            1,
            work,
            new RunnerRequest.Delivery(
                240, output, new RequestReport(report.url().toString(), "token", "ca.crt")),
            null);
    Files.writeString(pod.resolve("request/request.json"), RunnerContract.canonicalJson(request));
    Path seen = inside.resolve(name);
    return "attempt --request %s --output %s --termination-log %s"
        .formatted(seen.resolve("request"), seen.resolve("output"), seen.resolve("end"));
  }
}
