package dev.groma.operator.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorMetricsTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final OperatorMetrics metrics = new OperatorMetrics(registry);

  @Test
  void a_write_gives_what_the_request_gives() {
    assertThat(metrics.write("status", () -> "stored")).isEqualTo("stored");
    assertThat(writes("done")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "409, conflict",
    "400, refused",
    "403, refused",
    "404, refused",
    "422, refused",
    "429, error",
    "500, error",
    "503, error",
    "0, error"
  })
  void a_write_that_fails_is_counted_by_who_can_do_something_about_it(int code, String outcome) {
    KubernetesClientException failure = new KubernetesClientException("no", code, null);

    assertThatThrownBy(() ->
            metrics.write(
                "status",
                () -> {
                  throw failure;
                }))
        .isSameAs(failure);
    assertThat(writes(outcome)).isEqualTo(1);
  }

  private double writes(String outcome) {
    return registry
        .get("groma.api.writes")
        .tag("object", "status")
        .tag("outcome", outcome)
        .counter()
        .count();
  }
}
