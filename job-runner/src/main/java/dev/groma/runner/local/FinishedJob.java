package dev.groma.runner.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.status.JobState;
import dev.groma.manifest.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job that has run.
 *
 * @param name of the job
 * @param layoutJob as it was written, with its status
 * @param state that the status says
 * @param exitCode of its runner
 * @param findings why there is no answer, with places in what the user wrote
 * @param fault of the engine's own, for a report; null where there was none
 */
public record FinishedJob(
    String name,
    ObjectNode layoutJob,
    JobState state,
    ExitCode exitCode,
    List<Finding> findings,
    @Nullable Throwable fault) {

  public FinishedJob {
    findings = List.copyOf(findings);
  }
}
