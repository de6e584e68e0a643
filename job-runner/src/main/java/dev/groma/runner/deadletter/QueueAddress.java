package dev.groma.runner.deadletter;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Where a queue is.
 *
 * @param url of the queue
 * @param endpoint of an SQS other than Amazon's; null for Amazon's
 * @param region null for the one in the URL, else that which the SDK finds
 */
public record QueueAddress(String url, @Nullable URI endpoint, @Nullable String region) {

  private static final Pattern OF_AMAZON =
      Pattern.compile("https://sqs(?:-fips)?\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?/.*");

  /** The region to sign requests for. */
  Region signedFor() {
    if (region != null) {
      return Region.of(region);
    }
    Matcher url = OF_AMAZON.matcher(this.url);
    if (url.matches()) {
      return Region.of(url.group(1));
    }
    // The services that take an endpoint have one region, or none.
    return endpoint == null
        ? DefaultAwsRegionProviderChain.builder().build().getRegion()
        : Region.US_EAST_1;
  }

  /** For a sentence: the endpoint, or AWS. */
  String describe() {
    return endpoint == null ? "AWS" : endpoint.toString();
  }
}
