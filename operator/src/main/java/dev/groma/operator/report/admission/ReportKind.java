package dev.groma.operator.report.admission;

import dev.groma.api.runner.ArtifactReport;
import dev.groma.operator.report.answer.Refusal;
import dev.groma.operator.report.answer.RefusedException;
import java.time.Duration;
import java.util.Locale;

/** What can be reported. */
public enum ReportKind {
  /** How far the runner is. */
  PROGRESS(4096, Duration.ofSeconds(5)),

  /** Base64 makes four bytes of three; names and digests come on top. */
  ARTIFACTS(ArtifactReport.CONTENT_MAX_BYTES / 3 * 4 + 64 * 1024, Duration.ofSeconds(30));

  private final int maxBytes;
  private final Duration patience;

  ReportKind(int maxBytes, Duration patience) {
    this.maxBytes = maxBytes;
    this.patience = patience;
  }

  /** The longest body, in bytes. */
  public int maxBytes() {
    return maxBytes;
  }

  /** What a longer body is refused with. */
  public RefusedException tooLarge() {
    return new RefusedException(
        Refusal.BodyTooLarge,
        switch (this) {
          case PROGRESS -> "a progress report has at most %d bytes".formatted(maxBytes);
          case ARTIFACTS ->
              "a ConfigMap has room for %d bytes of artifacts; name S3 or a volume under spec.output"
                  .formatted(ArtifactReport.CONTENT_MAX_BYTES);
        });
  }

  /** How long a body may take to arrive. */
  public Duration patience() {
    return patience;
  }

  /** Its word in paths and metrics. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
