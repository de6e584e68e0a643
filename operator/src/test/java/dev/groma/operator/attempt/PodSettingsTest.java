package dev.groma.operator.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.operator.OperatorConfig;
import io.fabric8.kubernetes.api.model.Quantity;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSettingsTest {

  @Test
  void only_the_image_has_no_default() {
    PodSettings settings = settings(Map.of());

    assertThat(settings.image()).isEqualTo("runner:1");
    assertThat(settings.imagePullPolicy()).isNull();
    assertThat(settings.imagePullSecrets()).isEmpty();
    assertThat(settings.terminationGracePeriod()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.memory()).isEqualTo(Quantity.parse("1Gi"));
  }

  @Test
  void every_setting_is_taken_over() {
    PodSettings settings =
        settings(
            Map.of(
                "groma.runner.image-pull-policy", "Never",
                "groma.runner.image-pull-secrets", "a,b",
                "groma.runner.termination-grace-period", "5s",
                "groma.runner.resources.cpu", "2",
                "groma.runner.resources.memory", "3Gi",
                "groma.runner.resources.output", "4Gi",
                "groma.runner.resources.scratch", "5Gi",
                "groma.runner.service-account", "runner",
                "groma.s3.region", "eu-central-1",
                "groma.s3.credentials-secret", "s3"));

    assertThat(settings.imagePullPolicy()).isEqualTo("Never");
    assertThat(settings.imagePullSecrets()).containsExactly("a", "b");
    assertThat(settings.terminationGracePeriod()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.cpu()).isEqualTo(Quantity.parse("2"));
    assertThat(settings.memory()).isEqualTo(Quantity.parse("3Gi"));
    assertThat(settings.output()).isEqualTo(Quantity.parse("4Gi"));
    assertThat(settings.scratch()).isEqualTo(Quantity.parse("5Gi"));
    assertThat(settings.serviceAccount()).isEqualTo("runner");
    assertThat(settings.s3())
        .isEqualTo(
            new S3Settings(
                Optional.empty(), Optional.of("eu-central-1"), false, Optional.of("s3")));
  }

  @ParameterizedTest
  @CsvSource({
    "groma.runner.image, ' '",
    "groma.runner.resources.memory, much",
    "groma.runner.resources.cpu, 0",
    "groma.runner.resources.scratch, -1Gi",
    "groma.runner.termination-grace-period, -5s",
  })
  void a_setting_that_makes_no_sense_is_named(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value))).hasMessageContaining(name);
  }

  private static PodSettings settings(Map<String, String> more) {
    Map<String, String> properties = new HashMap<>(Map.of("groma.runner.image", "runner:1"));
    properties.putAll(more);
    OperatorConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(OperatorConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(properties, "test", 1))
            .build()
            .getConfigMapping(OperatorConfig.class);
    return PodSettings.of(config.runner(), config.s3());
  }
}
