package dev.groma.operator.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.operator.OperatorConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportSettingsTest {

  @TempDir private Path folder;

  @Test
  void outside_a_cluster_runners_of_this_machine_are_served() {
    ReportSettings settings = settings(Map.of());

    assertThat(settings.listen()).isEqualTo("127.0.0.1");
    assertThat(settings.namespace()).isEmpty();
    assertThat(settings.publicUrl(41234)).isEqualTo("https://127.0.0.1:41234");
  }

  @Test
  void in_a_pod_runners_are_sent_to_the_service() throws IOException {
    Files.writeString(folder.resolve("namespace"), "groma-system");
    ReportSettings settings = settings(Map.of());

    assertThat(settings.listen()).isEqualTo("0.0.0.0");
    assertThat(settings.namespace()).contains("groma-system");
    assertThat(settings.publicHost()).isEqualTo("groma-report.groma-system.svc");
    assertThat(settings.publicUrl(8443)).isEqualTo("https://groma-report.groma-system.svc:8443");
  }

  @ParameterizedTest
  @CsvSource({
    "https://reports.example/groma/, https://reports.example/groma, reports.example",
    "https://[::1]:9, https://[::1]:9, ::1"
  })
  void a_url_of_ones_own_counts(String url, String given, String host) {
    ReportSettings settings = settings(Map.of("groma.report.url", url));

    assertThat(settings.publicUrl(8443)).isEqualTo(given);
    assertThat(settings.publicHost()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource({
    "groma.report.url, http://reports.example",
    "groma.report.url, reports.example:8443",
    "groma.report.port, 65536",
    "groma.report.port, -1",
    "groma.report.concurrent-uploads, 0"
  })
  void a_setting_that_makes_no_sense_is_named(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void files_of_a_certificate_go_together() {
    assertThatThrownBy(() -> settings(Map.of("groma.report.certificate", "/tls/tls.crt")))
        .hasMessageContaining("groma.report.key is missing");
  }

  private ReportSettings settings(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    all.put("groma.runner.image", "runner");
    OperatorConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(OperatorConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(all, "test", 1))
            .build()
            .getConfigMapping(OperatorConfig.class);
    return ReportSettings.of(config.report(), folder.resolve("namespace"));
  }
}
