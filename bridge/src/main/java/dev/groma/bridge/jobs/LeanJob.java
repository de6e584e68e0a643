package dev.groma.bridge.jobs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobSpec;
import org.jspecify.annotations.Nullable;

/** A job without what the bridge does not look at: of its spec, all but a few members. */
final class LeanJob {

  private static final ObjectMapper TREES = new ObjectMapper();

  private LeanJob() {}

  static LayoutJob of(LayoutJob job) {
    LayoutJob lean = new LayoutJob();
    lean.setMetadata(job.getMetadata());
    lean.setSpec(spec(job.getSpec()));
    lean.setStatus(job.getStatus());
    return lean;
  }

  private static LayoutJobSpec spec(@Nullable LayoutJobSpec spec) {
    ObjectNode kept = TREES.createObjectNode();
    if (spec != null) {
      kept.put("correlationId", spec.correlationId());
      kept.put("ttlSecondsAfterFinished", spec.ttlSecondsAfterFinished());
    }
    return TREES.convertValue(kept, LayoutJobSpec.class);
  }
}
