package dev.groma.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.runner.ExitCode;
import dev.groma.engine.sitelayout.SiteLayout;
import dev.groma.manifest.ManifestSet;
import dev.groma.manifest.Source;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.attempt.RunContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several inputs the one at fault is named, to people and in the status. */
class SeveralInputsTest {

  private static final String SQUARE =
      "{\"type\": \"Polygon\", \"coordinates\": [[[450000, 4500000], [450900, 4500000],"
          + " [450900, 4500700], [450000, 4500700], [450000, 4500000]]]}";
  private static final String BOW_TIE =
      "{\"type\": \"Polygon\", \"coordinates\":\n  [[[0, 0], [9, 9], [9, 0], [0, 9], [0, 0]]]}";

  @TempDir private Path folder;

  @Test
  void a_problem_in_a_file_names_the_file_with_its_line() throws IOException, Refused {
    Files.writeString(folder.resolve("site.json"), SQUARE);
    Path closed = Files.writeString(folder.resolve("closed.json"), BOW_TIE);

    FinishedJob job = run("boundary: {file: site.json}", "exclusions: {file: closed.json}");

    assertThat(job.exitCode()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(finding(job))
        .startsWith(closed.toRealPath() + ":")
        .contains("the ring meets itself");
    assertThat(message(job)).startsWith("exclusions: ");
  }

  @Test
  void the_boundary_is_told_from_the_exclusions() throws IOException, Refused {
    Path site = Files.writeString(folder.resolve("site.json"), BOW_TIE);
    Files.writeString(folder.resolve("closed.json"), SQUARE);

    FinishedJob job = run("boundary: {file: site.json}", "exclusions: {file: closed.json}");

    assertThat(finding(job)).startsWith(site.toRealPath() + ":");
    assertThat(message(job)).startsWith("boundary: ");
  }

  @Test
  void a_problem_in_a_text_names_its_member() throws Refused {
    FinishedJob job =
        run("boundary: {inline: '" + SQUARE + "'}", "terrain: {dem: {inline: 'ncols 3'}}");

    assertThat(finding(job)).contains("spec.siteLayout.terrain.dem.inline", "lacks nrows");
    assertThat(message(job)).startsWith("dem: ");
  }

  @Test
  void a_height_tile_under_another_name_says_how_to_name_it() throws IOException, Refused {
    Path tile = Files.write(folder.resolve("tile.bin"), new byte[2 * 1201 * 1201]);

    FinishedJob job =
        run("boundary: {inline: '" + SQUARE + "'}", "terrain: {dem: {file: tile.bin}}");

    assertThat(finding(job))
        .startsWith(tile.toRealPath() + ":")
        .contains("is called tile.bin", "such as N45W112.hgt");
  }

  @Test
  void what_is_wrong_between_inputs_is_told_of_the_block() throws Refused {
    FinishedJob job = run("boundary: {inline: '" + SQUARE + "'}", "workingCrs: EPSG:3857");

    assertThat(finding(job)).contains("spec.siteLayout.workingCrs", "take EPSG:32630");
  }

  private FinishedJob run(String... members) throws Refused {
    String manifest =
        """
        apiVersion: groma.dev/v1alpha1
        kind: LayoutJob
        metadata: {name: site}
        spec:
          siteLayout:
            crs: EPSG:32630
            %s
        """
            .formatted(String.join("\n    ", members));
    ManifestSet manifests =
        ManifestSet.read(List.of(new Source("site.yaml", folder, manifest)), List.of());
    assertThat(manifests.findings()).isEmpty();
    Laptop laptop =
        new Laptop(
            LayoutJobSchema.load(),
            new Engines(List.of(new SiteLayout())),
            manifests,
            Outside.REFUSED,
            new RemoteInputs(false, Map.of()),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    LocalJob job = laptop.accept(laptop.manifests().layoutJobs().getFirst());
    return laptop.run(job, folder.resolve("out"), new RunContext((_, _) -> {}, () -> false, 0));
  }

  private static String finding(FinishedJob job) {
    assertThat(job.findings()).hasSize(1);
    return job.findings().getFirst().describe();
  }

  private static String message(FinishedJob job) {
    return job.layoutJob().at("/status/failure/message").asText();
  }
}
