package dev.groma.cluster;

import dev.groma.cluster.pki.Identity;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;

/** Writes the kubeconfig files of one control plane. */
final class Users {
  private static final long TOKEN_SECONDS = 24 * 60 * 60;

  private final Path folder;
  private final String server;
  private final String caPem;

  Users(Path folder, String server, String caPem) {
    this.folder = folder;
    this.server = server;
    this.caPem = caPem;
  }

  /** With a client certificate. */
  Kubeconfig write(String user, Identity identity) {
    return write(user, Kubeconfig.certificateFields(identity.certificatePem(), identity.keyPem()));
  }

  /** With a token of a ServiceAccount that {@code admin} asks for. */
  Kubeconfig writeServiceAccount(KubernetesClient admin, String namespace, String name) {
    TokenRequest request =
        new TokenRequestBuilder()
            .withNewSpec()
            .withExpirationSeconds(TOKEN_SECONDS)
            .endSpec()
            .build();
    TokenRequest answer =
        admin.serviceAccounts().inNamespace(namespace).withName(name).tokenRequest(request);
    return write(namespace + "." + name, Kubeconfig.tokenFields(answer.getStatus().getToken()));
  }

  private Kubeconfig write(String user, String userFields) {
    return Kubeconfig.write(folder.resolve(Kubeconfig.fileName(user)), server, caPem, userFields);
  }
}
