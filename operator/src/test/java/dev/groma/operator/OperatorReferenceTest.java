package dev.groma.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.PastAttempt;
import dev.groma.api.reason.Reason;
import dev.groma.api.status.JobState;
import dev.groma.api.status.Ledger;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.junit.SettingRows;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.World;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** docs/reference/operator-config.md names every setting, its default, and every metric. */
class OperatorReferenceTest {

  private final String page =
      Files.readString(SourceTree.root().resolve("docs/reference/operator-config.md"));

  OperatorReferenceTest() throws IOException {}

  @Test
  void every_setting_is_documented_with_its_default() {
    List<String> rows = rows();

    assertThat(page.lines()).anyMatch(line -> line.startsWith("| `groma.runner.image` |"));
    assertThat(rows).allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void no_setting_is_documented_that_does_not_exist() {
    List<String> documented = page.lines().filter(line -> line.startsWith("| `groma.")).toList();

    assertThat(documented).hasSameSizeAs(rows());
  }

  @Test
  void every_metric_is_documented() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    OperatorMetrics metrics = new OperatorMetrics(registry);
    metrics.decided(getClass());
    metrics.failed();
    metrics.write("job", () -> "stored");
    metrics.lookedCloser();
    metrics.reported("progress", "recorded");
    Snapshot before = World.empty().snapshot();
    metrics.recorded(new JobState.Cancelled(null, World.START), Ledger.fresh(0), before);
    metrics.recorded(
        new JobState.Pending(Reason.BackingOff, "attempt 1 crashed"),
        Ledger.fresh(0)
            .started(World.START)
            .ended(new PastAttempt(1, "RunnerCrashed", null, null, World.START.toString(), 1)),
        before);

    assertThat(registry.getMeters())
        .hasSize(8)
        .allSatisfy(
            meter -> assertThat(page).contains("| `" + meter.getId().getName().replace('.', '_')));
  }

  private static List<String> rows() {
    return SettingRows.of(
        "groma",
        OperatorConfig.class,
        setting ->
            Optional.ofNullable(setting.getAnnotation(WithDefault.class))
                .map(WithDefault::value)
                .orElse(null));
  }
}
