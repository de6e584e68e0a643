package dev.groma.bridge.jobs;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import org.jspecify.annotations.Nullable;

/** A job without what the bridge does not look at: of its spec, all but a few members. */
final class LeanJob {

  private LeanJob() {}

  static LayoutJob of(LayoutJob job) {
    LayoutJob lean = new LayoutJob();
    lean.setMetadata(job.getMetadata());
    lean.setSpec(spec(job.getSpec()));
    lean.setStatus(job.getStatus());
    return lean;
  }

  private static LayoutJobSpec spec(@Nullable LayoutJobSpec spec) {
    return new LayoutJobSpec(
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        spec == null ? null : spec.ttlSecondsAfterFinished(),
        null,
        spec == null ? null : spec.correlationId(),
        null);
  }
}
