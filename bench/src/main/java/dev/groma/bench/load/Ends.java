package dev.groma.bench.load;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;

/** Whether LayoutJobs are over. */
final class Ends {

  private Ends() {}

  /** Whether the recorded phase is final. */
  static boolean isOver(LayoutJob job) {
    LayoutJobStatus status = job.getStatus();
    Phase phase = status == null ? null : status.phase();
    return phase != null && phase.terminal();
  }
}
