package dev.groma.bridge.layoutqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

@ClusterTest
class SecretCredentialsTest {

  private Instant now = Instant.parse("2026-11-25T12:00:00Z");

  @Test
  void keys_that_are_rotated_are_used_within_a_minute(
      ControlPlane cluster, TestNamespace namespace) {
    SecretCredentials credentials =
        new SecretCredentials(cluster.client(), namespace.name(), "sqs-keys", () -> now);
    assertThatThrownBy(credentials::resolveCredentials).hasMessageContaining("it is not there");

    store(cluster, namespace, Map.of("AWS_ACCESS_KEY_ID", "old"));
    assertThatThrownBy(credentials::resolveCredentials)
        .hasMessageContaining("it has no key AWS_SECRET_ACCESS_KEY");

    store(cluster, namespace, Map.of("AWS_ACCESS_KEY_ID", "old", "AWS_SECRET_ACCESS_KEY", "s\n"));
    assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("old");
    assertThat(credentials.resolveCredentials().secretAccessKey()).isEqualTo("s");

    store(
        cluster,
        namespace,
        Map.of("AWS_ACCESS_KEY_ID", "new", "AWS_SECRET_ACCESS_KEY", "s", "AWS_SESSION_TOKEN", "t"));
    assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("old");
    now = now.plusSeconds(60);
    assertThat(credentials.resolveCredentials())
        .isEqualTo(AwsSessionCredentials.create("new", "s", "t"));
  }

  private static void store(
      ControlPlane cluster, TestNamespace namespace, Map<String, String> data) {
    cluster
        .client()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName("sqs-keys")
                .withNamespace(namespace.name())
                .endMetadata()
                .withStringData(data)
                .build())
        .serverSideApply();
  }
}
