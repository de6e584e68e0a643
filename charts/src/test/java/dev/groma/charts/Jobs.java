package dev.groma.charts;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.client.utils.Serialization;

/** LayoutJobs that tests submit. */
final class Jobs {

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
