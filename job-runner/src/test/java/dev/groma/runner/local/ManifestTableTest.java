package dev.groma.runner.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.engine.sitefit.SiteFit;
import dev.groma.engine.sitelayout.SiteLayout;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.ManifestSet;
import dev.groma.manifest.Source;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.testing.ScriptedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of manifests that a real API server is asked about as well: see the module e2e. A file
 * {@code invalid-*.yaml} says in its first line what a person is told.
 */
class ManifestTableTest {

  private static final Path TABLE =
      Path.of(System.getProperty("groma.root"), "api/src/test/manifests");
  private static final String EXPECT = "# expect: ";

  private static final LayoutJobSchema SCHEMA = LayoutJobSchema.load();

  @ParameterizedTest
  @MethodSource("invalid")
  void an_invalid_manifest_is_refused_in_words_with_its_line(Path file) throws IOException {
    String expected = Files.readAllLines(file).getFirst();
    assertThat(expected).startsWith(EXPECT);

    List<String> findings = findings(file);

    assertThat(findings)
        .as("what is said of %s", file)
        .anySatisfy(finding ->
            assertThat(finding)
                .matches("(?s)[^:]+\\.yaml:\\d+:\\d+: .*")
                .contains(expected.substring(EXPECT.length())));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_manifest_is_taken(Path file) throws IOException {
    assertThat(findings(file)).isEmpty();
  }

  private static List<String> findings(Path file) throws IOException {
    ManifestSet manifests =
        ManifestSet.read(
            List.of(Source.read(file.toString(), InputStream.nullInputStream())), List.of());
    List<Finding> findings = new ArrayList<>(manifests.findings());
    Laptop laptop =
        new Laptop(
            SCHEMA,
            new Engines(List.of(new ScriptedEngine(), new SiteFit(), new SiteLayout())),
            manifests,
            Outside.REFUSED,
            new RemoteInputs(false, Map.of()),
            Clock.systemUTC());
    for (Manifest job : manifests.layoutJobs()) {
      try {
        laptop.acceptForCluster(job);
      } catch (Refused refused) {
        findings.addAll(refused.findings());
      }
    }
    return findings.stream().map(Finding::describe).toList();
  }

  static List<Path> invalid() throws IOException {
    return files("invalid-");
  }

  static List<Path> valid() throws IOException {
    return files("valid-");
  }

  private static List<Path> files(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(TABLE)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }
}
