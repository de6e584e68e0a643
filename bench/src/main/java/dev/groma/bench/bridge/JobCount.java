package dev.groma.bench.bridge;

import dev.groma.api.layoutjob.LayoutJob;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;

/** Counts jobs without reading them. */
record JobCount(KubernetesClient client) {

  /** How many jobs a namespace has. */
  long in(String namespace) {
    var page =
        client
            .resources(LayoutJob.class)
            .inNamespace(namespace)
            .list(new ListOptionsBuilder().withLimit(1L).build());
    ListMeta rest = page.getMetadata();
    // Where nothing remains, the API server says nothing.
    return page.getItems().size()
        + (rest.getRemainingItemCount() == null ? 0 : rest.getRemainingItemCount());
  }
}
