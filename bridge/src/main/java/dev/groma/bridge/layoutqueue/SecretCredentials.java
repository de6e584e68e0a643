package dev.groma.bridge.layoutqueue;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Credentials of a Secret, which is read again every minute. */
final class SecretCredentials implements AwsCredentialsProvider {

  /** How long they are used before the Secret is read again. Chosen: keys are rotated. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final KubernetesClient kubernetes;
  private final String namespace;
  private final String name;
  private final InstantSource clock;
  private @Nullable AwsCredentials known;
  private Instant readAgain = Instant.MIN;

  SecretCredentials(
      KubernetesClient kubernetes, String namespace, String name, InstantSource clock) {
    this.kubernetes = kubernetes;
    this.namespace = namespace;
    this.name = name;
    this.clock = clock;
  }

  @Override
  public synchronized AwsCredentials resolveCredentials() {
    AwsCredentials before = known;
    Instant now = clock.instant();
    if (before != null && now.isBefore(readAgain)) {
      return before;
    }
    try {
      AwsCredentials read = read();
      known = read;
      readAgain = now.plus(FRESH);
      return read;
    } catch (KubernetesClientException e) {
      // The API server is away; the queue's credentials may still be good.
      if (before != null) {
        return before;
      }
      throw missing(e.getMessage());
    }
  }

  private AwsCredentials read() {
    Secret secret = kubernetes.secrets().inNamespace(namespace).withName(name).get();
    if (secret == null) {
      throw missing("it is not there");
    }
    Map<String, String> data = Objects.requireNonNullElse(secret.getData(), Map.of());
    String id = value(data, "AWS_ACCESS_KEY_ID");
    String key = value(data, "AWS_SECRET_ACCESS_KEY");
    return data.containsKey("AWS_SESSION_TOKEN")
        ? AwsSessionCredentials.create(id, key, value(data, "AWS_SESSION_TOKEN"))
        : AwsBasicCredentials.create(id, key);
  }

  private String value(Map<String, String> data, String key) {
    String base64 = data.get(key);
    if (base64 == null) {
      throw missing("it has no key " + key);
    }
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).strip();
  }

  private SdkClientException missing(@Nullable String why) {
    return SdkClientException.create(
        "Unable to load credentials from Secret %s/%s: %s".formatted(namespace, name, why));
  }
}
