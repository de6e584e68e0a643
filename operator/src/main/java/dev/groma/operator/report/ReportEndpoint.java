package dev.groma.operator.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.ArtifactReport;
import dev.groma.api.runner.ProgressReport;
import dev.groma.api.runner.RunnerContract;
import dev.groma.operator.report.admission.Admission;
import dev.groma.operator.report.admission.AttemptPath;
import dev.groma.operator.report.admission.ReportKind;
import dev.groma.operator.report.answer.Answer;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.report.caller.Callers;
import dev.groma.operator.report.progress.ProgressWriter;
import dev.groma.operator.report.result.ResultStore;
import dev.groma.operator.telemetry.LogContext;
import dev.groma.operator.telemetry.OperatorMetrics;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers reports: what is cheap to refuse is refused first, and a body is read only for a caller
 * that is let in. Safe for use by many threads, which it blocks.
 */
public final class ReportEndpoint {

  private static final Logger LOG = LoggerFactory.getLogger(ReportEndpoint.class);

  private final Callers callers;
  private final Admission admission;
  private final ProgressWriter progress;
  private final ResultStore results;
  private final Semaphore uploads;
  private final OperatorMetrics metrics;
  private final InstantSource clock;

  /**
   * Puts the parts together.
   *
   * @param uploads bodies with artifacts that may be in memory at the same time, at least 1
   */
  public ReportEndpoint(
      Callers callers,
      Admission admission,
      ProgressWriter progress,
      ResultStore results,
      int uploads,
      OperatorMetrics metrics,
      InstantSource clock) {
    this.callers = callers;
    this.admission = admission;
    this.progress = progress;
    this.results = results;
    this.uploads = new Semaphore(uploads);
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Answers, whatever happens. */
  public Answer answer(IncomingReport report) {
    Optional<AttemptPath> path = AttemptPath.of(report.path());
    Answer answer;
    try {
      answer =
          answer(
              path.orElseThrow(() ->
                  new RefusedException(
                      Refusal.NotFound,
                      "reports go to /v1/attempts/NAMESPACE/JOB/UID/ATTEMPT/progress or /artifacts")),
              report);
    } catch (RefusedException e) {
      LOG.info("refused {}: {}, {}", report.path(), e.refusal(), e.detail());
      answer = Answer.refused(e.refusal(), e.detail());
    } catch (RuntimeException e) {
      LOG.error("a fault while answering {}", report.path(), e);
      answer = Answer.refused(Refusal.Fault, "the operator's log says more");
    }
    metrics.reported(path.map(it -> it.kind().word()).orElse("unknown"), answer.outcome());
    return answer;
  }

  private Answer answer(AttemptPath path, IncomingReport report) {
    checkHead(path.kind(), report);
    LayoutJob job =
        admission.admit(path, callers.identify(report.header("Authorization"), clock.instant()));
    try (LogContext open = LogContext.of(job, path.attempt())) {
      return switch (path.kind()) {
        case PROGRESS ->
            Answer.progress(
                progress.write(
                    job,
                    path.attempt(),
                    read(path.kind(), report, ProgressReport.class),
                    clock.instant()));
        case ARTIFACTS -> artifacts(path, report);
      };
    }
  }

  private static void checkHead(ReportKind kind, IncomingReport report) {
    if (!report.method().equals("POST")) {
      throw new RefusedException(Refusal.MethodNotAllowed, "send reports by POST");
    }
    if (!isJson(report.header("Content-Type")) || report.header("Content-Encoding") != null) {
      throw new RefusedException(
          Refusal.MediaType, "send Content-Type: application/json and no Content-Encoding");
    }
    String length = report.header("Content-Length");
    if (length != null
        && new BigInteger(length).compareTo(BigInteger.valueOf(kind.maxBytes())) > 0) {
      throw kind.tooLarge();
    }
  }

  private static boolean isJson(@Nullable String contentType) {
    return contentType != null
        && contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json");
  }

  private Answer artifacts(AttemptPath path, IncomingReport report) {
    if (!uploads.tryAcquire()) {
      throw new RefusedException(Refusal.Busy, "too many artifacts arrive at once");
    }
    try {
      Answer answer = results.store(path, read(path.kind(), report, ArtifactReport.class));
      LOG.info("artifacts {}", answer.outcome());
      return answer;
    } finally {
      uploads.release();
    }
  }

  private static <T> T read(ReportKind kind, IncomingReport report, Class<T> type) {
    byte[] body = report.body(kind);
    try {
      return RunnerContract.read(new String(body, StandardCharsets.UTF_8), type);
    } catch (JsonProcessingException e) {
      throw new RefusedException(
          Refusal.Malformed,
          "the body is no %s: %s".formatted(type.getSimpleName(), e.getOriginalMessage()),
          e);
    }
  }
}
