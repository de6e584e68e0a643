package dev.groma.bridge.layoutqueue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.bridge.QueueSpecs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqsClientsTest {

  @ParameterizedTest
  @CsvSource({
    "https://sqs.eu-central-1.amazonaws.com/123456789012/jobs, , eu-central-1",
    "https://sqs.cn-north-1.amazonaws.com.cn/123456789012/jobs, , cn-north-1",
    "https://eu-west-1.queue.amazonaws.com/123456789012/jobs, , eu-west-1",
    "https://sqs.eu-central-1.amazonaws.com/123456789012/jobs, us-east-1, us-east-1",
    "http://elasticmq:9324/000000000000/jobs, , ",
  })
  void the_region_is_the_specs_or_that_in_the_url(
      String url, @Nullable String stated, @Nullable String region) {
    LayoutQueueSpec spec =
        QueueSpecs.read(
            "queue: {url: '%s'%s}".formatted(url, stated == null ? "" : ", region: " + stated));

    assertThat(SqsClients.region(spec).orElse(null)).isEqualTo(region);
  }
}
