package dev.groma.operator.report.answer;

import dev.groma.api.runner.ArtifactReceipt;
import dev.groma.api.runner.ProgressReceipt;
import dev.groma.api.runner.ReportProblem;
import dev.groma.api.runner.RunnerContract;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.TreeMap;

/**
 * One answer over HTTP.
 *
 * @param status of HTTP
 * @param headers by name
 * @param json the body
 * @param outcome one word for metrics
 */
public record Answer(int status, Map<String, String> headers, String json, String outcome) {

  private static final String CONTENT_TYPE = "Content-Type";

  /**
   * Seconds until a runner should try again. Chosen: the retries of many runners spread by jitter.
   */
  private static final String RETRY_AFTER = "2";

  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Progress was taken. */
  public static Answer progress(boolean recorded) {
    return json(
        HttpURLConnection.HTTP_OK,
        new ProgressReceipt(recorded),
        recorded ? "recorded" : "dropped");
  }

  /**
   * Artifacts are in their place.
   *
   * @param now whether this request put them there
   */
  public static Answer artifacts(ArtifactReceipt receipt, boolean now) {
    return now
        ? json(HttpURLConnection.HTTP_CREATED, receipt, "stored")
        : json(HttpURLConnection.HTTP_OK, receipt, "repeated");
  }

  /** A refusal as a problem of RFC 9457. */
  public static Answer refused(Refusal refusal, String detail) {
    Map<String, String> headers = new TreeMap<>();
    headers.put(CONTENT_TYPE, "application/problem+json");
    switch (refusal.status()) {
      case HttpURLConnection.HTTP_UNAUTHORIZED -> headers.put("WWW-Authenticate", "Bearer");
      case HttpURLConnection.HTTP_BAD_METHOD -> headers.put("Allow", "POST");
      case HttpURLConnection.HTTP_UNAVAILABLE -> headers.put("Retry-After", RETRY_AFTER);
      default -> {}
    }
    return new Answer(
        refusal.status(),
        headers,
        RunnerContract.canonicalJson(
            new ReportProblem(
                ReportProblem.TYPE_PREFIX + refusal.name(),
                refusal.title(),
                refusal.status(),
                detail,
                refusal.reason())),
        refusal.name());
  }

  private static Answer json(int status, Object document, String outcome) {
    return new Answer(
        status,
        Map.of(CONTENT_TYPE, "application/json"),
        RunnerContract.canonicalJson(document),
        outcome);
  }
}
