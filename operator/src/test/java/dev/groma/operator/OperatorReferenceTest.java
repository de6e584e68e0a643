package dev.groma.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.Runner;
import dev.groma.api.layoutjob.Summary;
import dev.groma.api.status.JobState;
import dev.groma.cluster.SourceTree;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/reference/operator-config.md names every setting, its default, and every metric. */
class OperatorReferenceTest {

  private final String page =
      Files.readString(SourceTree.root().resolve("docs/reference/operator-config.md"));

  OperatorReferenceTest() throws IOException {}

  @Test
  void every_setting_is_documented_with_its_default() {
    List<String> rows = rows("groma", OperatorConfig.class);

    assertThat(page.lines()).anyMatch(line -> line.startsWith("| `groma.runner.image` |"));
    assertThat(rows).allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void no_setting_is_documented_that_does_not_exist() {
    List<String> documented = page.lines().filter(line -> line.startsWith("| `groma.")).toList();

    assertThat(documented).hasSameSizeAs(rows("groma", OperatorConfig.class));
  }

  @Test
  void every_metric_is_documented() {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    OperatorMetrics metrics = new OperatorMetrics(registry);
    metrics.decided(getClass());
    metrics.failed();
    metrics.write("job", () -> "stored");
    metrics.lookedCloser();
    metrics.recorded(
        new JobState.Succeeded(
            new Runner("a-1", "a-1-x", "node", 1),
            Instant.EPOCH,
            Instant.EPOCH,
            new Summary(null),
            List.of()),
        "roomDetection",
        Instant.EPOCH,
        false);

    assertThat(registry.getMeters())
        .hasSize(6)
        .allSatisfy(
            meter -> assertThat(page).contains("| `" + meter.getId().getName().replace('.', '_')));
  }

  private static List<String> rows(String prefix, Class<?> group) {
    List<String> rows = new ArrayList<>();
    for (Method member : group.getDeclaredMethods()) {
      String name = prefix + "." + kebab(member.getName());
      if (member.getReturnType().isInterface() && member.getReturnType().isMemberClass()) {
        rows.addAll(rows(name, member.getReturnType()));
      } else {
        WithDefault byDefault = member.getAnnotation(WithDefault.class);
        rows.add(
            "| `" + name + "` | " + (byDefault == null ? "" : "`" + byDefault.value() + "` |"));
      }
    }
    return rows;
  }

  private static String kebab(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
