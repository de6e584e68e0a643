package dev.groma.operator.report;

import static dev.groma.operator.report.ReportClient.artifact;
import static dev.groma.operator.report.ReportClient.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ReportedArtifact;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.operator.report.ReportClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a runner of the right attempt sends that is not a report. */
@ClusterTest
class RefusedBodyTest {

  private static final int TEN_MEGABYTES = 10_000_000;

  private ReportFixture fixture;
  private RunningReports reports;
  private ReportClient runner;
  private LayoutJob job;
  private String token;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace namespace) {
    fixture = new ReportFixture(cluster, namespace.name());
    reports = fixture.start(fixture.live(), 1);
    runner = new ReportClient(reports.access());
    job = fixture.attempts.layoutJob("flat");
    token = fixture.attempts.token(fixture.attempts.start(job, 1));
  }

  @AfterEach
  void stop() throws Exception {
    runner.close();
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "null",
        "[]",
        "{}",
        "\u0000\u0001",
        "{\"apiVersion\":\"runner.groma.dev/v2\",\"kind\":\"ArtifactReport\",\"artifacts\":[]}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ArtifactReport\",\"artifacts\":[]}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ArtifactReport\",\"artifacts\":null}",
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ProgressReport\",\"percent\":1,\"stage\":\"x\"}"
      })
  void garbage_is_refused(String body) {
    Reply reply = runner.post(path(job, 1, "artifacts"), token, body);

    assertThat(reply.refusal()).isEqualTo("400 Malformed");
    assertThat(reply.problem().reason()).isEqualTo(Reason.RunnerProtocolError);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../etc/passwd", "a/b", "", ".."})
  void a_name_with_a_folder_is_refused(String name) {
    assertThat(postArtifact(name, 1, sha256("x"), "eA==").refusal()).isEqualTo("400 Malformed");
  }

  @Test
  void content_that_is_not_base64_is_refused() {
    Reply reply = postArtifact("rooms", 1, sha256("x"), "<rooms/>");

    assertThat(reply.refusal()).isEqualTo("400 Malformed");
    assertThat(reply.problem().detail()).contains("rooms");
  }

  @Test
  void a_digest_of_something_else_is_refused() {
    Reply reply = postArtifact("rooms", 1, sha256("y"), "eA==");

    assertThat(reply.refusal()).isEqualTo("422 WrongDigest");
    assertThat(reply.problem().detail()).contains("rooms", sha256("x"), sha256("y"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 2, Long.MAX_VALUE})
  void a_size_of_something_else_is_refused(long bytes) {
    assertThat(postArtifact("rooms", bytes, sha256("x"), "eA==").refusal())
        .isEqualTo("422 WrongDigest");
  }

  @ParameterizedTest
  @CsvSource({"progress, a progress report", "artifacts, S3"})
  void ten_megabytes_are_refused_before_they_are_read(String kind, String words) {
    Reply reply =
        runner.send(
            runner.request(
                path(job, 1, kind), token, BodyPublishers.ofByteArray(new byte[TEN_MEGABYTES])));

    assertThat(reply.refusal()).isEqualTo("413 BodyTooLarge");
    assertThat(reply.problem().detail()).contains(words);
    assertThat(reply.problem().reason()).isEqualTo(Reason.ResultTooLarge);
  }

  @ParameterizedTest
  @ValueSource(strings = {"progress", "artifacts"})
  void ten_megabytes_of_unknown_length_are_refused_at_the_limit(String kind) {
    Reply reply =
        runner.send(
            runner.request(
                path(job, 1, kind),
                token,
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[TEN_MEGABYTES]))));

    assertThat(reply.refusal()).isEqualTo("413 BodyTooLarge");
  }

  @Test
  void after_a_refused_body_the_next_report_is_taken() {
    ten_megabytes_of_unknown_length_are_refused_at_the_limit("artifacts");

    assertThat(runner.artifacts(job, 1, token, artifact("a", "a")).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource({
    "percent, 101",
    "percent, -1",
    "percent, '\"x\"'",
    "percent, null",
    "stage, '\"\"'",
    "stage, null",
    "more, 1"
  })
  void progress_outside_its_bounds_is_refused(String member, String value) {
    String body =
        "{\"apiVersion\":\"runner.groma.dev/v1\",\"kind\":\"ProgressReport\",%s\"%s\":%s}"
            .formatted(
                switch (member) {
                  case "percent" -> "\"stage\":\"x\",";
                  case "stage" -> "\"percent\":1,";
                  default -> "\"percent\":1,\"stage\":\"x\",";
                },
                member,
                value);

    assertThat(runner.post(path(job, 1, "progress"), token, body).refusal())
        .isEqualTo("400 Malformed");
  }

  @Test
  void another_method_is_refused() {
    Reply reply =
        runner.send(runner.request(path(job, 1, "progress"), token, BodyPublishers.noBody()).GET());

    assertThat(reply.refusal()).isEqualTo("405 MethodNotAllowed");
    assertThat(reply.response().headers().firstValue("Allow")).contains("POST");
  }

  @ParameterizedTest
  @CsvSource({"Content-Type, text/plain", "Content-Encoding, gzip"})
  void another_form_than_plain_json_is_refused(String header, String value) {
    Reply reply =
        runner.send(
            runner
                .request(path(job, 1, "progress"), token, BodyPublishers.ofString("{}"))
                .setHeader(header, value));

    assertThat(reply.refusal()).isEqualTo("415 MediaType");
  }

  @Test
  void a_sender_that_falls_silent_is_cut_off() throws IOException {
    try (SSLSocket socket = connect()) {
      send(socket, "progress", 100);

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).contains("HTTP/1.1 408 ").contains("urn:groma:report:TooSlow");
    }
  }

  @Test
  void more_uploads_than_there_is_room_for_are_put_off() throws IOException {
    try (SSLSocket socket = connect()) {
      send(socket, "artifacts", 100);
      assertThat(firstLine(socket)).startsWith("HTTP/1.1 100 ");

      Reply reply = runner.artifacts(job, 1, token, artifact("a", "a"));

      assertThat(reply.refusal()).isEqualTo("503 Busy");
      assertThat(reply.response().headers().firstValue("Retry-After")).contains("2");
      assertThat(runner.progress(job, 1, token, 5).status()).isEqualTo(200);
    }
    Await.until(
        "the place to be free again",
        () -> runner.artifacts(job, 1, token, artifact("a", "a")).status() < 300);
  }

  @Test
  void a_client_that_does_not_speak_tls_gets_nothing() throws IOException {
    URI url = URI.create(reports.access().url());
    try (var socket = new java.net.Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(30_000);
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("HTTP/1.1");
    }
  }

  private SSLSocket connect() throws IOException {
    URI url = URI.create(reports.access().url());
    return (SSLSocket)
        ReportClient.trusting(reports.access().authorityPem())
            .getSocketFactory()
            .createSocket(url.getHost(), url.getPort());
  }

  private static String firstLine(SSLSocket socket) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0 && next != '\n';
        next = socket.getInputStream().read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  /** Announces a body, asks whether to go on, and sends none of it. */
  private void send(SSLSocket socket, String kind, int length) throws IOException {
    socket
        .getOutputStream()
        .write(
            """
            POST %s HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: %d\r
            Expect: 100-continue\r
            \r
            """
                .formatted(path(job, 1, kind), token, length)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private Reply postArtifact(String name, long bytes, String sha256, String content) {
    return runner.post(
        path(job, 1, "artifacts"),
        token,
        """
        {"apiVersion":"runner.groma.dev/v1","kind":"ArtifactReport","artifacts":[
          {"name":"%s","mediaType":"text/plain","bytes":%d,"sha256":"%s","content":"%s"}]}
        """
            .formatted(name, bytes, sha256, content));
  }

  private static String sha256(String content) {
    ReportedArtifact artifact = artifact("any", content);
    return artifact.sha256();
  }
}
