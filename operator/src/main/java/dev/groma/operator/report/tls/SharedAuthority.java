package dev.groma.operator.report.tls;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authority that all replicas share, in one Secret: whoever is first creates it, the others
 * take what is there.
 */
public final class SharedAuthority implements AuthorityStore {

  /** Name of the Secret. */
  public static final String SECRET = "groma-report-tls";

  private static final String CERTIFICATE = "ca.crt";
  private static final String KEY = "ca.key";

  /** A replica that was faster is lost to once; more often is a fault elsewhere. */
  private static final int TRIES = 3;

  private final KubernetesClient client;
  private final String namespace;

  /**
   * Kept in this namespace.
   *
   * @param namespace the operator's own
   */
  public SharedAuthority(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  @Override
  public CertificateAuthority authority(Instant now) {
    for (int tries = 1; ; tries++) {
      try {
        return once(now);
      } catch (KubernetesClientException e) {
        if (e.getCode() != HttpURLConnection.HTTP_CONFLICT || tries == TRIES) {
          throw new IllegalStateException(
              "cannot read or write Secret %s/%s: %s".formatted(namespace, SECRET, e.getMessage()),
              e);
        }
      }
    }
  }

  private CertificateAuthority once(Instant now) {
    Secret found = secret().get();
    CertificateAuthority kept = found == null ? null : read(found);
    if (kept != null && !kept.nearItsEnd(now)) {
      return kept;
    }
    CertificateAuthority made = CertificateAuthority.create(now);
    write(made, found);
    return made;
  }

  private void write(CertificateAuthority authority, @Nullable Secret before) {
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName(SECRET)
            .withNamespace(namespace)
            .withLabels(Map.of("app.kubernetes.io/managed-by", "groma-operator"))
            .withResourceVersion(before == null ? null : before.getMetadata().getResourceVersion())
            .endMetadata()
            .withType("Opaque")
            .addToData(CERTIFICATE, encode(Pem.of(authority.certificate())))
            .addToData(KEY, encode(Pem.of(authority.key())))
            .build();
    if (before == null) {
      client.resource(secret).create();
    } else {
      client.resource(secret).update();
    }
  }

  private CertificateAuthority read(Secret secret) {
    try {
      return new CertificateAuthority(
          Pem.key(member(secret, KEY)), Pem.certificate(member(secret, CERTIFICATE)));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(
          "Secret %s/%s holds no certificate authority (%s); delete it and a new one is made"
              .formatted(namespace, SECRET, e.getMessage()),
          e);
    }
  }

  private static String member(Secret secret, String key) throws IOException {
    String value = secret.getData() == null ? null : secret.getData().get(key);
    if (value == null) {
      throw new IOException(key + " is missing");
    }
    return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private Resource<Secret> secret() {
    return client.secrets().inNamespace(namespace).withName(SECRET);
  }
}
