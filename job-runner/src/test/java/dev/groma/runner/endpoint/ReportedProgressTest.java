package dev.groma.runner.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.runner.ProgressReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.cluster.await.Await;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.testing.FakeOperator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedProgressTest {

  private static final FakeOperator.Answer RECORDED =
      new FakeOperator.Answer(200, "{\"recorded\":true}");

  @TempDir private Path folder;
  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void the_latest_progress_is_told() throws Exception {
    try (FakeOperator operator = new FakeOperator(RECORDED);
        ReportEndpoint endpoint = endpoint(operator);
        ReportedProgress progress = progress(endpoint, Duration.ofMillis(20))) {
      progress.show(10, "reading");
      progress.show(40, "tracing\trooms " + "x".repeat(ProgressReport.STAGE_MAX_LENGTH));
      Await.until("a report", () -> !operator.asked().isEmpty());

      FakeOperator.Asked asked = operator.asked().getLast();
      assertThat(asked.path()).isEqualTo("/v1/attempts/ns/flat/uid/1/progress");
      ProgressReport report = RunnerContract.read(asked.body(), ProgressReport.class);
      assertThat(report.percent()).isEqualTo(40);
      assertThat(report.stage())
          .startsWith("tracing rooms x")
          .hasSize(ProgressReport.STAGE_MAX_LENGTH);
    }
  }

  @Test
  void the_same_is_not_told_twice() throws Exception {
    try (FakeOperator operator = new FakeOperator(RECORDED);
        ReportEndpoint endpoint = endpoint(operator);
        ReportedProgress progress = progress(endpoint, Duration.ofMillis(5))) {
      progress.show(10, "reading");
      Await.until("a report", () -> !operator.asked().isEmpty());
      progress.show(10, "reading");
      progress.show(20, "tracing");
      Await.until("the next", () -> operator.asked().getLast().body().contains("tracing"));
      assertThat(operator.asked()).hasSize(2);
    }
  }

  @Test
  void a_run_that_is_over_soon_reports_nothing() throws Exception {
    try (FakeOperator operator = new FakeOperator(RECORDED);
        ReportEndpoint endpoint = endpoint(operator)) {
      ReportedProgress progress = progress(endpoint, Duration.ofDays(1));
      progress.show(100, "done");
      progress.close();
      assertThat(operator.asked()).isEmpty();
    }
  }

  @Test
  void what_goes_wrong_is_logged_once_and_does_not_end_it() throws Exception {
    try (FakeOperator operator =
            new FakeOperator(FakeOperator.problem(409, "OldAttempt", "Stopped"));
        ReportEndpoint endpoint = endpoint(operator);
        ReportedProgress progress = progress(endpoint, Duration.ofMillis(5))) {
      progress.show(1, "reading");
      Await.until("a report", () -> operator.asked().size() == 1);
      progress.show(2, "reading");
      Await.until("another", () -> operator.asked().size() == 2);
      Await.until("its log", () -> !log.isEmpty());
      assertThat(log).hasSize(1).first().asString().contains("409 OldAttempt because");
    }
  }

  @Test
  void an_endpoint_that_is_not_there_delays_nobody() throws Exception {
    Files.writeString(folder.resolve("token"), "t");
    try (FakeOperator other = new FakeOperator(RECORDED)) {
      Files.writeString(folder.resolve("ca.crt"), other.authorityPem());
    }
    try (ReportEndpoint endpoint =
            new ReportEndpoint(
                URI.create("https://127.0.0.1:1/v1/attempts/ns/flat/uid/1"),
                folder.resolve("token"),
                folder.resolve("ca.crt"));
        ReportedProgress progress = progress(endpoint, Duration.ofMillis(5))) {
      progress.show(1, "reading");
      Await.until("its log", () -> !log.isEmpty());
      progress.show(2, "reading");
      assertThat(log).first().asString().contains("ConnectException");
    }
  }

  private ReportedProgress progress(ReportEndpoint endpoint, Duration interval) {
    return ReportedProgress.to(
        endpoint,
        interval,
        new RunLog() {
          @Override
          public void info(String message, Map<String, ?> fields) {
            log.add(message + " " + fields);
          }

          @Override
          public void error(String message, @Nullable Throwable cause) {
            throw new AssertionError(message, cause);
          }
        });
  }

  private ReportEndpoint endpoint(FakeOperator operator) throws Exception {
    Files.writeString(folder.resolve("token"), "t");
    Files.writeString(folder.resolve("ca.crt"), operator.authorityPem());
    return new ReportEndpoint(
        URI.create(operator.url() + "/v1/attempts/ns/flat/uid/1"),
        folder.resolve("token"),
        folder.resolve("ca.crt"));
  }
}
