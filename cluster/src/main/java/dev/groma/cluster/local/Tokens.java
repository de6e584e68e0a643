package dev.groma.cluster.local;

import dev.groma.cluster.node.PodTokens;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;

/** Issues tokens of a Pod's ServiceAccount that are good as long as the Pod exists. */
final class Tokens {
  private final KubernetesClient kubelet;
  private final Pod pod;

  Tokens(KubernetesClient kubelet, Pod pod) {
    this.kubelet = kubelet;
    this.pod = pod;
  }

  String issue(ServiceAccountTokenProjection projection) {
    try {
      return PodTokens.issue(
          kubelet, pod, projection.getAudience(), projection.getExpirationSeconds());
    } catch (KubernetesClientException e) {
      throw NotReadyException.soon("no token: " + e.getMessage());
    }
  }
}
