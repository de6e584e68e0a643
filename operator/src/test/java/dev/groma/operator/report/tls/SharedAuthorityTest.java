package dev.groma.operator.report.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import dev.groma.cluster.operator.OperatorRights;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The authority of all replicas, under the rights of production. */
@ClusterTest
class SharedAuthorityTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private KubernetesClient admin;
  private KubernetesClient operator;
  private String namespace;
  private SharedAuthority shared;

  @BeforeEach
  void prepare(ControlPlane cluster, TestNamespace testNamespace) {
    admin = cluster.client();
    namespace = testNamespace.name();
    operator = OperatorRights.production(cluster, namespace).newClient("groma-operator");
    shared = new SharedAuthority(operator, namespace);
  }

  @AfterEach
  void disconnect() {
    operator.close();
  }

  @Test
  void the_first_replica_makes_it_and_the_next_takes_it() {
    CertificateAuthority first = shared.authority(NOW);
    String version = secret().getMetadata().getResourceVersion();

    CertificateAuthority second = new SharedAuthority(operator, namespace).authority(NOW);

    assertThat(second).isEqualTo(first);
    assertThat(secret().getMetadata().getResourceVersion()).isEqualTo(version);
  }

  @Test
  void replicas_that_start_together_agree() {
    assertThat(
            IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> new SharedAuthority(operator, namespace).authority(NOW))
                .distinct())
        .hasSize(1);
  }

  @Test
  void one_that_nears_its_end_is_followed_by_another() {
    CertificateAuthority first = shared.authority(NOW);

    CertificateAuthority same = shared.authority(NOW.plus(Duration.ofDays(9 * 365 - 1)));
    CertificateAuthority next = shared.authority(NOW.plus(Duration.ofDays(9 * 365 + 1)));

    assertThat(same).isEqualTo(first);
    assertThat(next).isNotEqualTo(first);
    assertThat(shared.authority(NOW.plus(Duration.ofDays(9 * 365 + 2)))).isEqualTo(next);
  }

  @Test
  void a_secret_of_something_else_is_left_alone_and_named() {
    admin
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("groma-report-tls")
                .withNamespace(namespace)
                .endMetadata()
                .withStringData(Map.of("password", "secret"))
                .build())
        .create();

    assertThatThrownBy(() -> shared.authority(NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Secret " + namespace + "/groma-report-tls")
        .hasMessageContaining("delete it");
    assertThat(secret().getData()).containsOnlyKeys("password");
  }

  @Test
  void other_secrets_are_out_of_reach() {
    assertThatThrownBy(() -> operator.secrets().inNamespace(namespace).withName("any").get())
        .hasMessageContaining("forbidden");
    assertThatThrownBy(() -> operator.secrets().inNamespace(namespace).list())
        .hasMessageContaining("forbidden");
  }

  private Secret secret() {
    return admin.secrets().inNamespace(namespace).withName("groma-report-tls").require();
  }
}
