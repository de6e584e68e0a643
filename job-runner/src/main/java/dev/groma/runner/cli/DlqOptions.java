package dev.groma.runner.cli;

import dev.groma.runner.deadletter.DeadLetterQueue;
import dev.groma.runner.deadletter.QueueAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Which dead-letter queue. */
class DlqOptions {

  @Parameters(index = "0", paramLabel = "URL", description = "URL of the dead-letter queue.")
  private String url = "";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description = "An SQS other than Amazon's, such as http://localhost:9324. Default: Amazon's")
  private @Nullable URI endpoint;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      description = "Region of the queue. Default: that in its URL, else that of the AWS SDK")
  private @Nullable String region;

  /** Opens the queue, with the credentials that every program of AWS finds. */
  DeadLetterQueue open() {
    return DeadLetterQueue.open(
        new QueueAddress(url, endpoint, region), DefaultCredentialsProvider.builder().build());
  }
}
