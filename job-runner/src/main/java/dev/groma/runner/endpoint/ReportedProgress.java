package dev.groma.runner.endpoint;

import dev.groma.api.runner.RunnerContract;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Progress for the operator: the latest of it every few seconds, from a thread of its own. Nothing
 * is sent for a run that is over before the first of them, nothing twice, and whatever goes wrong
 * goes unnoticed by the run.
 */
public final class ReportedProgress implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private record Progress(int percent, String stage) {}

  private final ReportEndpoint endpoint;
  private final Thread sender;
  private volatile @Nullable Progress latest;

  private ReportedProgress(ReportEndpoint endpoint, Duration interval) {
    this.endpoint = endpoint;
    sender = Thread.ofVirtual().name("progress").unstarted(() -> send(interval));
  }

  /**
   * Begins to report.
   *
   * @param interval between two reports, and before the first
   */
  public static ReportedProgress to(ReportEndpoint endpoint, Duration interval) {
    ReportedProgress progress = new ReportedProgress(endpoint, interval);
    progress.sender.start();
    return progress;
  }

  /** Takes note of progress, and returns at once. */
  public void show(int percent, String stage) {
    latest = new Progress(percent, stage);
  }

  private void send(Duration interval) {
    Progress sent = null;
    try {
      while (true) {
        Thread.sleep(interval);
        Progress next = latest;
        if (next != null && !next.equals(sent)) {
          post(next);
          sent = next;
        }
      }
    } catch (InterruptedException over) {
      // the run is over
    }
  }

  private void post(Progress progress) throws InterruptedException {
    String json = RunnerContract.canonicalJson(progress);
    try {
      endpoint.post("progress", json.getBytes(StandardCharsets.UTF_8), TIMEOUT);
    } catch (IOException | TransferException unheard) {
      // the next one tells more
    }
  }

  /** Ends reporting; what was not sent is not sent any more. */
  @Override
  public void close() {
    sender.interrupt();
  }
}
