package dev.groma.cluster.node;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tokens as a kubelet projects them into a Pod. */
public final class PodTokens {

  private PodTokens() {}

  /**
   * A token of the Pod's ServiceAccount that is good as long as the Pod exists.
   *
   * @param client of whoever may make tokens
   * @param audience that may take it; null or empty for the API server
   * @param seconds until it ends, at least 600; null for an hour
   */
  public static String issue(
      KubernetesClient client, Pod pod, @Nullable String audience, @Nullable Long seconds) {
    return client
        .serviceAccounts()
        .inNamespace(pod.getMetadata().getNamespace())
        .withName(pod.getSpec().getServiceAccountName())
        .tokenRequest(
            new TokenRequestBuilder()
                .withNewSpec()
                .withAudiences(
                    audience == null || audience.isEmpty() ? List.of() : List.of(audience))
                .withExpirationSeconds(seconds)
                .withNewBoundObjectRef()
                .withApiVersion("v1")
                .withKind("Pod")
                .withName(pod.getMetadata().getName())
                .withUid(pod.getMetadata().getUid())
                .endBoundObjectRef()
                .endSpec()
                .build())
        .getStatus()
        .getToken();
  }
}
