package dev.groma.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutqueue.QueueDepth;
import dev.groma.bridge.app.BridgeConfig;
import dev.groma.bridge.queue.QueueAttributes;
import dev.groma.bridge.telemetry.BridgeMetrics;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.junit.SettingRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** docs/reference/bridge-config.md names every setting, its default, and every metric. */
class BridgeReferenceTest {

  private final String page =
      Files.readString(SourceTree.root().resolve("docs/reference/bridge-config.md"));

  BridgeReferenceTest() throws IOException {}

  @Test
  void every_setting_is_documented_with_its_default_and_no_other_is() {
    List<String> rows = rows();

    assertThat(rows).allSatisfy(row -> assertThat(page).contains(row));
    assertThat(page.lines().filter(line -> line.startsWith("| `groma."))).hasSameSizeAs(rows);
  }

  @Test
  void every_metric_is_documented_and_no_other_is() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    BridgeMetrics metrics = new BridgeMetrics(registry, InstantSource.system());
    metrics.seen(
        "plans/jobs",
        new QueueAttributes(
            "arn", new QueueDepth(1, 2, 3), Duration.ZERO, Duration.ZERO, null, null, 4L));
    metrics.replied("plans/jobs", "sent");
    metrics.deleted("plans/jobs");

    List<String> names =
        registry.getMeters().stream()
            .map(meter -> "| `" + meter.getId().getName().replace('.', '_'))
            .distinct()
            .toList();
    assertThat(names).allSatisfy(name -> assertThat(page).contains(name));
    assertThat(page.lines().filter(line -> line.startsWith("| `bridge_"))).hasSameSizeAs(names);
  }

  private static List<String> rows() {
    return SettingRows.of(
        "groma",
        BridgeConfig.class,
        setting ->
            Optional.ofNullable(setting.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .orElse(null));
  }
}
