package dev.groma.charts;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;

/** LayoutJobs that tests submit. */
final class Jobs {

  /** A runner is a JVM of its own, which a machine that builds something else starts slowly. */
  static final Duration PATIENCE = Duration.ofMinutes(4);

  private Jobs() {}

  /** The example with the flat. */
  static LayoutJob apartment(String namespace, String name) {
    LayoutJob job =
        Serialization.unmarshal(
            Charts.read(Charts.ROOT.resolve("examples/apartment.yaml")), LayoutJob.class);
    job.getMetadata().setNamespace(namespace);
    job.getMetadata().setName(name);
    return job;
  }
}
