package dev.groma.bridge.layoutqueue;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
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
}
