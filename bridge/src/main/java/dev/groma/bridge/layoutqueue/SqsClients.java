package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** Makes Amazon's client for a queue. */
final class SqsClients {

  private static final Pattern REGION_IN_URL =
      Pattern.compile("^https?://(?:sqs\\.([a-z0-9-]+)\\.|([a-z0-9-]+)\\.queue\\.)amazonaws\\.");

  /** What an answer may take beyond a long poll. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  /**
   * How long credentials of a Secret are used before it is read again. Chosen: they are rotated.
   */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private SqsClients() {}

  /**
   * The client for a LayoutQueue.
   *
   * @param namespace of the LayoutQueue
   */
  static SqsClient of(
      LayoutQueueSpec spec, String namespace, KubernetesClient kubernetes, InstantSource clock) {
    Duration timeout = spec.receiving().longPoll().plus(SLACK);
    SqsClientBuilder builder =
        SqsClient.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
            // Twice the longest call is less than the time after which polling counts as stuck.
            .overrideConfiguration(override ->
                override
                    .apiCallAttemptTimeout(timeout.plus(SLACK))
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(2)
                            .build()))
            .credentialsProvider(credentials(spec, namespace, kubernetes, clock));
    if (spec.queue().endpoint() != null) {
      builder.endpointOverride(URI.create(spec.queue().endpoint()));
    }
    region(spec).ifPresent(region -> builder.region(Region.of(region)));
    return builder.build();
  }

  /** Empty: as the Pod's environment says. */
  static Optional<String> region(LayoutQueueSpec spec) {
    if (spec.queue().region() != null) {
      return Optional.of(spec.queue().region());
    }
    Matcher url = REGION_IN_URL.matcher(spec.queue().url());
    return url.find()
        ? Optional.of(Objects.requireNonNullElse(url.group(1), url.group(2)))
        : Optional.empty();
  }

  private static AwsCredentialsProvider credentials(
      LayoutQueueSpec spec, String namespace, KubernetesClient kubernetes, InstantSource clock) {
    return spec.credentials() == null
        ? DefaultCredentialsProvider.builder().build()
        : new SecretCredentials(kubernetes, namespace, spec.credentials().secretName(), clock);
  }

  /** Credentials of a Secret, which is read again every minute. */
  private static final class SecretCredentials implements AwsCredentialsProvider {

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
}
