package dev.groma.runner.cli;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.status.JobState;
import dev.groma.runner.local.FinishedJob;
import dev.groma.runner.local.LocalJob;
import java.nio.file.Path;

/**
 * Tells how a job ended, on the standard error.
 *
 * @param quiet only of jobs that failed
 */
record EndReport(Terminal terminal, boolean quiet) {

  /** The job as it was taken, and as it ended. */
  void tell(LocalJob taken, FinishedJob job, Path folder) {
    switch (job.state()) {
      case JobState.Succeeded succeeded -> {
        if (!quiet) {
          terminal
              .err()
              .println(
                  "%s: %s; %d files in %s"
                      .formatted(
                          job.name(),
                          terminal.green("Succeeded"),
                          succeeded.answer().artifacts().size(),
                          folder));
          if (taken.hasOutput()) {
            terminal
                .err()
                .println(
                    "%s: spec.output is for a cluster and was passed over".formatted(job.name()));
          }
        }
      }
      case JobState.Failed failed -> {
        job.findings().forEach(finding -> JobFiles.print(terminal, finding));
        Throwable fault = job.fault();
        if (fault != null) {
          fault.printStackTrace(terminal.err());
        }
        terminal
            .err()
            .println(
                "%s: %s (%s). %s"
                    .formatted(
                        job.name(),
                        terminal.red("Failed"),
                        failed.reason(),
                        nextStep(job.exitCode())));
      }
      case JobState.Pending _,
          JobState.Queued _,
          JobState.Running _,
          JobState.Suspended _,
          JobState.Cancelled _ ->
          throw new IllegalStateException("a finished job is not " + job.state());
    }
  }

  private static String nextStep(ExitCode exitCode) {
    return switch (exitCode) {
      case BAD_PARAMETERS ->
          "Mend the manifest and run it again; `groma explain` knows every field.";
      case BAD_DATA -> "Mend the input and run it again.";
      case UNREACHABLE -> "Check that what the message names exists and may be read or written.";
      case BUG -> "Please report it with the manifest and its input.";
      case TIMED_OUT -> "Allow more time in spec.execution.timeoutSeconds, or give it less work.";
      case STOPPED, TRANSIENT -> "Run it again.";
      case DONE -> throw new IllegalStateException("a failed job does not end with 0");
    };
  }
}
