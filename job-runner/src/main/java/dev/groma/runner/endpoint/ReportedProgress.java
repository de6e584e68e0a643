package dev.groma.runner.endpoint;

import dev.groma.api.runner.ProgressReport;
import dev.groma.runner.report.RunLog;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Progress for the operator: the latest of it every few seconds, from a thread of its own. Nothing
 * is sent for a run that is over before the first of them, nothing twice, and whatever goes wrong
 * goes unnoticed by the run.
 */
public final class ReportedProgress implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final ReportEndpoint endpoint;
  private final Thread sender;
  private final RunLog log;
  private volatile @Nullable ProgressReport latest;
  private boolean failureTold;

  private ReportedProgress(ReportEndpoint endpoint, Duration interval, RunLog log) {
    this.endpoint = endpoint;
    this.log = log;
    sender = Thread.ofVirtual().name("progress").unstarted(() -> send(interval));
  }

  /**
   * Begins to report.
   *
   * @param interval between two reports, and before the first
   * @param log takes down the first failure; those that follow are seldom another
   */
  public static ReportedProgress to(ReportEndpoint endpoint, Duration interval, RunLog log) {
    ReportedProgress progress = new ReportedProgress(endpoint, interval, log);
    progress.sender.start();
    return progress;
  }

  /** Takes note of progress, and returns at once. */
  public void show(int percent, String stage) {
    latest = ProgressReport.of(Math.clamp(percent, 0, 100), printable(stage));
  }

  /** An engine's words, in the form that the contract asks for. */
  private static String printable(String stage) {
    String plain = stage.replaceAll("\\p{Cntrl}", " ").strip();
    String cut =
        plain.length() > ProgressReport.STAGE_MAX_LENGTH
            ? plain.substring(0, ProgressReport.STAGE_MAX_LENGTH)
            : plain;
    return cut.isBlank() ? "working" : cut;
  }

  private void send(Duration interval) {
    ProgressReport sent = null;
    try {
      while (true) {
        Thread.sleep(interval);
        ProgressReport next = latest;
        if (next != null && !next.equals(sent)) {
          post(next);
          sent = next;
        }
      }
    } catch (InterruptedException over) {
      // the run is over
    }
  }

  private void post(ProgressReport progress) throws InterruptedException {
    try {
      ReportAnswer answer = endpoint.post("progress", progress, TIMEOUT);
      if (!answer.isDone()) {
        tell(answer.said());
      }
    } catch (IOException | TransferException unheard) {
      tell(unheard.toString());
    }
  }

  private void tell(String failure) {
    if (!failureTold) {
      failureTold = true;
      log.info("progress was not reported", Map.of("answer", failure));
    }
  }

  /** Ends reporting; what was not sent is not sent any more. */
  @Override
  public void close() {
    sender.interrupt();
  }
}
