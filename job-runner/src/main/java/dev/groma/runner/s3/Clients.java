package dev.groma.runner.s3;

import dev.groma.runner.transfer.Patience;
import dev.groma.runner.transfer.TransferException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Makes clients of the SDK as a runner needs them. */
final class Clients {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Of silence on a connection, not of a transfer. */
  private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(30);

  /** Throttled requests pause at least so many times longer. */
  private static final int THROTTLED = 4;

  private Clients() {}

  /**
   * Credentials as every program of AWS finds them: variables, workload identity, shared files, the
   * machine's own. Files are read for every call, so that those which change meanwhile are noticed.
   */
  static AwsCredentialsProvider credentials() {
    return DefaultCredentialsProvider.builder()
        .profileFile(ProfileFile::defaultProfileFile)
        .build();
  }

  /**
   * A client.
   *
   * <p>Checksums are ours to give: a SHA-256 in a header is understood by, or harmless to, services
   * that do not know the SDK's own default, a checksum that trails the body.
   */
  static S3Client open(S3Settings settings, AwsCredentialsProvider credentials, Patience patience)
      throws TransferException {
    return S3Client.builder()
        .credentialsProvider(credentials)
        .region(region(settings))
        .endpointOverride(settings.endpoint())
        .forcePathStyle(settings.pathStyle())
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(SILENCE_TIMEOUT))
        .overrideConfiguration(call -> call.retryStrategy(retries(patience)))
        .build();
  }

  private static RetryStrategy retries(Patience patience) {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder()
        .maxAttempts(patience.tries())
        .backoffStrategy(pauses(patience, 1))
        .throttlingBackoffStrategy(pauses(patience, THROTTLED))
        .build();
  }

  private static BackoffStrategy pauses(Patience patience, int factor) {
    return attempt ->
        patience.pause(attempt, ThreadLocalRandom.current().nextDouble()).multipliedBy(factor);
  }

  private static Region region(S3Settings settings) throws TransferException {
    String region = settings.region();
    if (region != null) {
      return Region.of(region);
    }
    if (settings.endpoint() != null) {
      return Region.US_EAST_1; // the services that take an endpoint have one region, or none
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException unknown) {
      throw TransferException.unreachable(
          "the region of S3 is not known; set %s, or AWS_REGION".formatted(S3Settings.REGION));
    }
  }
}
