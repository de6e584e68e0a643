package dev.groma.runner.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.api.reason.Reason;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ReportedArtifact;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.cluster.pki.CertificateAuthority;
import dev.groma.runner.testing.FakeOperator;
import dev.groma.runner.testing.FakeOperator.Answer;
import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigMapArtifactStoreTest {

  private static final Patience PATIENCE =
      new Patience(3, Duration.ofMillis(1), Duration.ofMillis(2));

  private static final Answer TAKEN =
      new Answer(
          201,
          "{\"configMap\":\"flat-result\",\"artifacts\":["
              + "{\"name\":\"plan.svg\",\"uri\":\"configmap://ns/flat-result/plan.svg\"},"
              + "{\"name\":\"result.json\",\"uri\":\"configmap://ns/flat-result/result.json\"}]}");

  private static final List<ResultArtifact> ARTIFACTS =
      List.of(
          new ResultArtifact("plan.svg", "image/svg+xml", 6, "0".repeat(64)),
          new ResultArtifact("result.json", "application/json", 2, "1".repeat(64)));

  @TempDir private Path folder;

  @BeforeEach
  void artifacts() throws IOException {
    Files.writeString(folder.resolve("plan.svg"), "<svg/>");
    Files.writeString(folder.resolve("result.json"), "{}");
    Files.writeString(folder.resolve("token"), "first\n");
  }

  @Test
  void all_artifacts_go_in_one_document_and_come_back_with_their_places() throws Exception {
    try (FakeOperator operator = new FakeOperator(TAKEN)) {
      List<ResultArtifact> stored = store(operator);

      assertThat(stored)
          .extracting(ResultArtifact::uri)
          .containsExactly(
              "configmap://ns/flat-result/plan.svg", "configmap://ns/flat-result/result.json");
      FakeOperator.Asked asked = operator.asked().getFirst();
      assertThat(asked.path()).isEqualTo("/v1/attempts/ns/flat/uid/1/artifacts");
      assertThat(asked.authorization()).isEqualTo("Bearer first");
      assertThat(asked.contentType()).isEqualTo("application/json");
      ArtifactReport report = RunnerContract.read(asked.body(), ArtifactReport.class);
      assertThat(report.artifacts())
          .extracting(ReportedArtifact::name)
          .containsExactly("plan.svg", "result.json");
      assertThat(report.artifacts().getFirst().decoded()).asString().isEqualTo("<svg/>");
    }
  }

  @ParameterizedTest
  @CsvSource({"503, Unavailable", "500, Fault", "408, TooSlow", "429, Busy"})
  void an_endpoint_that_is_not_ready_is_asked_again(int status, String type) throws Exception {
    Answer busy = FakeOperator.problem(status, type, "TransientFailure");
    try (FakeOperator operator = new FakeOperator(busy, busy, TAKEN)) {
      assertThat(store(operator)).hasSize(2);
      assertThat(operator.asked()).hasSize(3);
    }
  }

  @Test
  void an_endpoint_that_is_never_ready_is_of_the_moment() {
    try (FakeOperator operator =
        new FakeOperator(FakeOperator.problem(503, "Unavailable", "TransientFailure"))) {
      TransferException failure = failure(operator);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
      assertThat(failure.words())
          .contains("3 tries", "503 Unavailable because", operator.url().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "413, ResultTooLarge, ResultTooLarge, BAD_PARAMETERS, ResultTooLarge",
    "410, JobOver, Stopped, STOPPED, Stopped",
    "409, OldAttempt, Stopped, STOPPED, Stopped",
    "409, NameTaken, NameTaken, UNREACHABLE, InputUnreachable",
    "422, WrongDigest, RunnerProtocolError, UNREACHABLE, InputUnreachable",
    "403, WrongPod, AReasonOfTomorrow, UNREACHABLE, InputUnreachable"
  })
  void a_refusal_is_final_and_told_with_its_reason(
      int status, String type, String said, ExitCode exitCode, Reason reason) {
    try (FakeOperator operator = new FakeOperator(FakeOperator.problem(status, type, said))) {
      TransferException failure = failure(operator);
      assertThat(failure.exitCode()).isEqualTo(exitCode);
      assertThat(failure.reason()).isEqualTo(reason);
      assertThat(failure.words()).contains(status + " " + type + " because");
      assertThat(operator.asked()).hasSize(1);
    }
  }

  @Test
  void a_token_that_is_refused_is_read_again_once() throws Exception {
    Answer expired = FakeOperator.problem(401, "TokenExpired", "RunnerProtocolError");
    try (FakeOperator operator = new FakeOperator(expired)) {
      assertThat(failure(operator).words()).contains("401 TokenExpired");
      assertThat(operator.asked()).hasSize(2);
    }
    try (FakeOperator operator = new FakeOperator(expired, TAKEN)) {
      assertThat(store(operator)).hasSize(2);
    }
  }

  @Test
  void the_token_is_read_for_each_request() throws Exception {
    try (FakeOperator operator = new FakeOperator(TAKEN);
        ReportEndpoint endpoint = endpoint(operator, operator.authorityPem())) {
      ConfigMapArtifactStore store = new ConfigMapArtifactStore(endpoint, PATIENCE);
      store.store(folder, ARTIFACTS);
      Files.writeString(folder.resolve("token"), "second");
      store.store(folder, ARTIFACTS);
      assertThat(operator.asked())
          .extracting(FakeOperator.Asked::authorization)
          .containsExactly("Bearer first", "Bearer second");
    }
  }

  @Test
  void a_server_that_the_authority_does_not_vouch_for_learns_nothing() throws Exception {
    try (FakeOperator operator = new FakeOperator(TAKEN);
        ReportEndpoint endpoint =
            endpoint(operator, CertificateAuthority.create("other").self().certificatePem())) {
      TransferException failure =
          catchThrowableOfType(
              TransferException.class,
              () -> new ConfigMapArtifactStore(endpoint, PATIENCE).store(folder, ARTIFACTS));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.TRANSIENT);
      assertThat(failure.words()).contains("SSLHandshakeException");
      assertThat(operator.asked()).isEmpty();
    }
  }

  @Test
  void an_authority_that_is_exchanged_is_trusted_from_then_on() throws Exception {
    try (FakeOperator operator = new FakeOperator(TAKEN);
        ReportEndpoint endpoint =
            endpoint(operator, CertificateAuthority.create("other").self().certificatePem())) {
      ConfigMapArtifactStore store = new ConfigMapArtifactStore(endpoint, PATIENCE);
      assertThat(
              catchThrowableOfType(TransferException.class, () -> store.store(folder, ARTIFACTS)))
          .isNotNull();
      Files.writeString(folder.resolve("ca.crt"), operator.authorityPem());
      assertThat(store.store(folder, ARTIFACTS)).hasSize(2);
    }
  }

  @Test
  void artifacts_beyond_what_a_config_map_takes_are_not_sent() {
    int half = ArtifactReport.CONTENT_MAX_BYTES / 2;
    List<ResultArtifact> large =
        List.of(
            new ResultArtifact("plan.svg", "image/svg+xml", half, "0".repeat(64)),
            new ResultArtifact("result.json", "application/json", half + 1, "1".repeat(64)));
    try (FakeOperator operator = new FakeOperator(TAKEN);
        ReportEndpoint endpoint = endpoint(operator, operator.authorityPem())) {
      TransferException failure =
          catchThrowableOfType(
              TransferException.class,
              () -> new ConfigMapArtifactStore(endpoint, PATIENCE).store(folder, large));
      assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
      assertThat(failure.reason()).isEqualTo(Reason.ResultTooLarge);
      assertThat(failure.words()).contains("921,601", "921,600", "s3", "volumeClaim");
      assertThat(operator.asked()).isEmpty();
    }
  }

  @Test
  void a_missing_token_is_named() throws Exception {
    Files.delete(folder.resolve("token"));
    try (FakeOperator operator = new FakeOperator(TAKEN)) {
      TransferException failure = failure(operator);
      assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(failure.words()).contains("the token", folder.resolve("token").toString());
    }
  }

  private List<ResultArtifact> store(FakeOperator operator) throws TransferException {
    try (ReportEndpoint endpoint = endpoint(operator, operator.authorityPem())) {
      return new ConfigMapArtifactStore(endpoint, PATIENCE).store(folder, ARTIFACTS);
    }
  }

  private TransferException failure(FakeOperator operator) {
    return catchThrowableOfType(TransferException.class, () -> store(operator));
  }

  private ReportEndpoint endpoint(FakeOperator operator, String authorities) {
    try {
      Files.writeString(folder.resolve("ca.crt"), authorities);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReportEndpoint(
        URI.create(operator.url() + "/v1/attempts/ns/flat/uid/1"),
        folder.resolve("token"),
        folder.resolve("ca.crt"));
  }
}
