package dev.groma.runner.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RequestObject;
import dev.groma.api.runner.RequestOutput;
import dev.groma.api.runner.RequestReport;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest.Delivery;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.objectstore.ObjectStore;
import dev.groma.runner.testing.AttemptFolder;
import dev.groma.runner.testing.FakeOperator;
import dev.groma.runner.testing.FaultyS3;
import dev.groma.runner.testing.FaultyS3.Asked;
import dev.groma.runner.testing.RunnerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attempts that fetch, store, report and run out of time, seen by what they leave behind. */
class PodTransferTest {

  private static final List<RequestInput> WALLS =
      List.of(RequestInput.ofFile("walls", "inputs/walls"));

  @TempDir private Path folder;

  private AttemptFolder attempt;

  @BeforeEach
  void aFolder() {
    attempt = AttemptFolder.in(folder);
  }

  @Test
  void inputs_come_from_s3_and_artifacts_go_there_in_a_small_heap() throws IOException {
    try (ObjectStore s3 = ObjectStore.start()) {
      s3.createBucket("plans");
      s3.createBucket("results");
      Files.writeString(s3.bucket("plans").resolve("walls.json"), "write a.txt\nlarge b.bin 100");
      attempt.request(
          "roomDetection",
          List.of(object("plans", "walls.json")),
          new Delivery(240, RequestOutput.ofS3("results", "flats/ns/uid/2/"), null));

      RunnerProcess.Ended ended = attempt.with(settings(s3.endpoint())).end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(artifacts())
          .extracting(ResultArtifact::uri)
          .containsExactly(
              "s3://results/flats/ns/uid/2/a.txt",
              "s3://results/flats/ns/uid/2/b.bin",
              "s3://results/flats/ns/uid/2/result.json");
      Path stored = s3.bucket("results").resolve("flats/ns/uid/2");
      assertThat(stored.resolve("a.txt")).hasContent("a.txt");
      assertThat(stored.resolve("b.bin"))
          .hasSameBinaryContentAs(folder.resolve("output/b.bin"))
          .hasSize(100 << 20);
      assertThat(ended.err())
          .contains("\"message\":\"fetched\"", "\"uri\":\"s3://plans/walls.json\"")
          .contains("\"message\":\"stored\"");
    }
  }

  @Test
  void artifacts_go_to_a_volume_and_inputs_come_from_one() throws IOException {
    Path walls = Files.writeString(folder.resolve("on-a-volume"), "write a.txt");
    Path out = folder.resolve("volume/ns/uid/2");
    attempt.request(
        "roomDetection",
        List.of(RequestInput.ofFile("walls", walls.toString())),
        new Delivery(240, RequestOutput.ofVolume(out.toString()), null));

    RunnerProcess.Ended ended = attempt.end();

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(out.resolve("a.txt")).hasContent("a.txt");
    assertThat(out.resolve("result.json"))
        .hasSameTextualContentAs(folder.resolve("output/result.json"));
  }

  @Test
  void artifacts_go_to_the_operator_for_a_config_map() throws IOException {
    String receipt =
        "{\"configMap\":\"r\",\"artifacts\":[{\"name\":\"a.txt\",\"uri\":\"configmap://plans/r/a.txt\"}]}";
    try (FakeOperator operator = new FakeOperator(new FakeOperator.Answer(201, receipt))) {
      attempt.orders("write a.txt").request("roomDetection", WALLS, toConfigMap(operator));

      RunnerProcess.Ended ended = attempt.end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      FakeOperator.Asked asked = operator.asked().getFirst();
      assertThat(asked.path())
          .isEqualTo("/v1/attempts/plans/apartment/" + AttemptFolder.UID + "/2/artifacts");
      ArtifactReport report = RunnerContract.read(asked.body(), ArtifactReport.class);
      assertThat(report.artifacts().getLast().name()).isEqualTo("result.json");
      assertThat(artifacts().getFirst().uri()).isEqualTo("configmap://plans/r/a.txt");
      assertThat(operator.asked()).hasSize(1);
    }
  }

  @Test
  void a_result_that_no_config_map_holds_is_permanent() throws IOException {
    try (FakeOperator operator = new FakeOperator(new FakeOperator.Answer(500, ""))) {
      attempt.orders("large a.bin 1").request("roomDetection", WALLS, toConfigMap(operator));

      assertThat(attempt.end().exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS.code());
      assertThat(attempt.failure().reason()).isEqualTo(Reason.ResultTooLarge);
      assertThat(operator.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"wait", "hang"})
  void an_engine_that_takes_too_long_ends_with_124(String orders) {
    attempt.orders(orders).request("roomDetection", WALLS, new Delivery(1, null, null));

    RunnerProcess.Ended ended = attempt.end();

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.TIMED_OUT.code());
    assertThat(attempt.failure().reason()).isEqualTo(Reason.EngineTimeout);
    assertThat(attempt.failure().message()).contains("within 1 s", "timeoutSeconds");
  }

  @Test
  void inputs_that_take_too_long_are_of_the_moment() {
    try (FaultyS3 s3 = new FaultyS3()) {
      s3.then(s3.silence());
      attempt.request(
          "roomDetection", List.of(object("plans", "walls")), new Delivery(2, null, null));

      RunnerProcess.Ended ended = attempt.with(settings(s3.endpoint())).end();

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.TRANSIENT.code());
      assertThat(attempt.failure().reason()).isEqualTo(Reason.TransferTimeout);
      assertThat(attempt.failure().message()).contains("inputs", "within 2 s");
    }
  }

  @Test
  void artifacts_that_take_too_long_are_of_the_moment() throws IOException {
    try (FakeOperator operator = new FakeOperator(new FakeOperator.Answer(503, ""))) {
      Delivery delivery = toConfigMap(operator);
      attempt
          .orders("write a.txt")
          .request("roomDetection", WALLS, new Delivery(3, delivery.output(), delivery.report()));

      RunnerProcess.Ended ended = attempt.end();

      assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.TRANSIENT.code());
      assertThat(attempt.failure().reason()).isEqualTo(Reason.TransferTimeout);
      assertThat(attempt.failure().message()).contains("artifacts", "within 3 s");
    }
  }

  @Test
  void a_store_that_can_not_work_is_known_before_the_engine_works() {
    attempt
        .orders("hang")
        .request(
            "roomDetection", WALLS, new Delivery(240, RequestOutput.ofS3("results", "p/"), null));

    RunnerProcess.Ended ended =
        attempt
            .with(
                Map.of(
                    "GROMA_S3_ENDPOINT",
                    "http://127.0.0.1:1",
                    "AWS_EC2_METADATA_DISABLED",
                    "true",
                    "HOME",
                    folder.toString()))
            .end();

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.UNREACHABLE.code());
    assertThat(attempt.failure().message()).contains("no credentials");
  }

  @Test
  void sigterm_while_fetching_ends_it_with_143() {
    try (FaultyS3 s3 = new FaultyS3()) {
      s3.then(s3.silence());
      attempt.request(
          "roomDetection", List.of(object("plans", "walls")), new Delivery(240, null, null));
      try (RunnerProcess process = attempt.with(settings(s3.endpoint())).start()) {
        Await.until("a request", () -> !s3.asked().isEmpty());
        RunnerProcess.Ended ended = process.terminate().end();

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(attempt.failure().reason()).isEqualTo(Reason.Stopped);
        assertThat(attempt.failure().message()).contains("before it had an answer");
      }
    }
  }

  @Test
  void sigterm_while_storing_takes_back_what_was_begun_in_parts() {
    FaultyS3.Order begun =
        FaultyS3.object(
            "<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>");
    FaultyS3.Order bySteps =
        exchange -> {
          switch (exchange.getRequestMethod()) {
            case "POST" -> begun.follow(exchange);
            case "DELETE" -> exchange.sendResponseHeaders(204, -1);
            default -> exchange.getRequestBody().readNBytes(1000); // and then no more
          }
        };
    try (FaultyS3 s3 = new FaultyS3()) {
      FaultyS3.Order silence = s3.silence();
      s3.then(exchange -> {
        bySteps.follow(exchange);
        if (exchange.getRequestMethod().equals("PUT")) {
          silence.follow(exchange);
        }
      });
      attempt
          .orders("large b.bin 40")
          .request(
              "roomDetection", WALLS, new Delivery(240, RequestOutput.ofS3("results", "p/"), null));
      try (RunnerProcess process = attempt.with(settings(s3.endpoint())).start()) {
        Await.until("a part", () -> asked(s3, "PUT /results/p/b.bin?partNumber=1"));
        RunnerProcess.Ended ended = process.terminate().end();

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.STOPPED.code());
        assertThat(attempt.failure().message()).contains("before it had an answer");
        assertThat(s3.asked())
            .extracting(Asked::what)
            .last()
            .isEqualTo("DELETE /results/p/b.bin?uploadId=u1");
      }
    }
  }

  @Test
  void a_job_without_s3_and_report_loads_neither_the_sdk_nor_an_http_client() {
    attempt.orders("write a.txt").request("roomDetection", WALLS, new Delivery(240, null, null));

    RunnerProcess.Ended ended =
        attempt.with(Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:stderr")).end();

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.err())
        .contains("dev.groma.runner.pod.PodAttempt")
        .doesNotContain("software.amazon.awssdk", "java.net.http.HttpClient");
  }

  /** The one would make every start longer, the other every end. */
  @Test
  void an_attempt_needs_no_command_line_parser_and_polls_for_no_virtual_thread() {
    try (FaultyS3 s3 = new FaultyS3()) {
      s3.then(FaultyS3.object("write a.txt"));
      attempt.request(
          "roomDetection", List.of(object("plans", "walls")), new Delivery(240, null, null));
      Map<String, String> environment = new HashMap<>(settings(s3.endpoint()));
      environment.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:stderr");

      RunnerProcess.Ended ended = attempt.with(environment).end();

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.err())
          .contains("software.amazon.awssdk")
          .doesNotContain("picocli.CommandLine ", "sun.nio.ch.Poller ");
    }
  }

  private static boolean asked(FaultyS3 s3, String start) {
    return s3.asked().stream().anyMatch(request -> request.what().startsWith(start));
  }

  private static RequestInput object(String bucket, String key) {
    return RequestInput.ofObject("walls", new RequestObject(bucket, key, null, null));
  }

  private static Map<String, String> settings(URI endpoint) {
    return Map.of(
        "GROMA_S3_ENDPOINT",
        endpoint.toString(),
        "GROMA_S3_REGION",
        "eu-central-1",
        "GROMA_S3_PATH_STYLE",
        "true",
        "AWS_ACCESS_KEY_ID",
        ObjectStore.ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY",
        ObjectStore.SECRET_KEY);
  }

  private Delivery toConfigMap(FakeOperator operator) throws IOException {
    Path report = Files.createDirectories(folder.resolve("request/report"));
    Files.writeString(report.resolve("token"), "a token");
    Files.writeString(report.resolve("ca.crt"), operator.authorityPem());
    return new Delivery(
        240,
        RequestOutput.ofConfigMap(),
        new RequestReport(operator.url().toString(), "report/token", "report/ca.crt"));
  }

  private List<ResultArtifact> artifacts() {
    @Nullable List<ResultArtifact> artifacts = attempt.word().artifacts();
    return Objects.requireNonNull(artifacts);
  }
}
