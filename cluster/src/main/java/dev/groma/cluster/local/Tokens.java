package dev.groma.cluster.local;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;

/** Issues tokens of a Pod's ServiceAccount that are good as long as the Pod exists. */
final class Tokens {
  private final KubernetesClient kubelet;
  private final Pod pod;

  Tokens(KubernetesClient kubelet, Pod pod) {
    this.kubelet = kubelet;
    this.pod = pod;
  }

  String issue(ServiceAccountTokenProjection projection) {
    String audience = projection.getAudience();
    var request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withAudiences(audience == null || audience.isEmpty() ? List.of() : List.of(audience))
            .withExpirationSeconds(projection.getExpirationSeconds())
            .withNewBoundObjectRef()
            .withApiVersion("v1")
            .withKind("Pod")
            .withName(pod.getMetadata().getName())
            .withUid(pod.getMetadata().getUid())
            .endBoundObjectRef()
            .endSpec()
            .build();
    try {
      return kubelet
          .serviceAccounts()
          .inNamespace(pod.getMetadata().getNamespace())
          .withName(pod.getSpec().getServiceAccountName())
          .tokenRequest(request)
          .getStatus()
          .getToken();
    } catch (KubernetesClientException e) {
      throw NotReadyException.soon("no token: " + e.getMessage());
    }
  }
}
