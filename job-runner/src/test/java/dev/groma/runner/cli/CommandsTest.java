package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.runner.attempt.Engines;
import dev.groma.runner.testing.ScriptedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that start no run, and {@code groma validate}, in this process. */
class CommandsTest {

  private static final String JOB =
      """
      apiVersion: groma.dev/v1alpha1
      kind: LayoutJob
      metadata: {name: plan}
      spec:
        roomDetection:
          walls: {%s}
      """;

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_valid_job_is_told_so() throws IOException {
    Path file = write(JOB.formatted("inline: write a.txt"));
    assertThat(groma("validate", file.toString())).isZero();
    assertThat(out).hasToString(file + ": plan: valid\n");
    assertThat(folder).isDirectoryNotContaining("glob:**groma-out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inline: bad data    | 65 | walls[0]",
        "inline: 5           | 64 | must be a string, was 5",
        "file: walls.json    | 64 | walls.file: is not a known field",
        "inline: crash       | 70 | a fault of its own"
      })
  void a_job_that_would_fail_is_not_valid(String walls, int exitCode, String finding)
      throws IOException {
    Path file = write(JOB.formatted(walls));
    assertThat(groma("validate", file.toString())).isEqualTo(exitCode);
    assertThat(out).hasToString("");
    assertThat(err.toString()).startsWith("error: " + file).contains(finding);
  }

  @Test
  void a_file_is_validated_for_a_laptop() throws IOException {
    Files.writeString(folder.resolve("walls.json"), "bad data");
    Path file = write(JOB.formatted("file: walls.json"));
    assertThat(groma("validate", "--laptop", file.toString())).isEqualTo(65);
    assertThat(err.toString()).contains("walls.json:1:5: walls[0]: data");
    Files.delete(folder.resolve("walls.json"));
    assertThat(groma("validate", "--laptop", file.toString())).isEqualTo(69);
  }

  @Test
  void an_input_that_is_in_the_cluster_is_not_held_against_a_job() throws IOException {
    Path file = write(JOB.formatted("configMap: {name: plans, key: walls.json}"));
    assertThat(groma("validate", file.toString())).isZero();
    assertThat(out.toString()).contains("valid; its input is in the cluster and was not read");
  }

  @Test
  void engines_are_listed() {
    assertThat(groma("engines")).isZero();
    assertThat(out)
        .hasToString(
            """
            NAME            VERSION   INPUTS   TITLE
            roomDetection   test      walls    does what its input tells it
            """);
  }

  @Test
  void a_field_is_explained_with_type_bounds_and_default() {
    assertThat(groma("explain", "roomDetection.snapTolerance")).isZero();
    assertThat(out.toString())
        .startsWith("spec.roomDetection.snapTolerance  <number, between 0 and 1000000>\n")
        .contains("Default: 10 mm");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roomDetection             | walls  <object, required>",
        "spec                      | roomDetection  <object>",
        "roomDetection.walls       | Rule: exactly one source is required",
        "spec.roomDetection.unit   | <cm | ft | in | m | mm | px>",
        "status.conditions         | lastTransitionTime  <string, at most 32 characters, required>",
        "status.conditions.reason  | status.conditions.reason  <string"
      })
  void fields_are_found_by_their_path(String path, String text) {
    assertThat(groma("explain", path)).as(err.toString()).isZero();
    assertThat(out.toString()).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "roomDetektion       | spec has no field roomDetektion; did you mean roomDetection?",
        "roomDetection.x     | spec.roomDetection has no field x; it has doorGapMax,",
        "roomDetection.unit.x| spec.roomDetection.unit has no field x; it has none"
      })
  void a_field_that_is_not_there_is_told_with_the_nearest(String path, String text) {
    assertThat(groma("explain", path)).isEqualTo(64);
    assertThat(err.toString()).contains(text);
  }

  @Test
  void the_version_is_the_builds() throws IOException {
    assertThat(groma("--version")).isZero();
    String pom =
        Files.readString(Path.of(System.getProperty("groma.root"), "job-runner", "pom.xml"));
    String version = out.toString().lines().findFirst().orElseThrow().substring("groma ".length());
    assertThat(pom).contains("<version>" + version + "</version>");
  }

  @Test
  void completion_knows_commands_and_options() {
    assertThat(groma("completion", "bash")).isZero();
    assertThat(out.toString())
        .contains("complete -F _complete_groma", "--allow-outside", "explain");
    assertThat(out.toString()).doesNotContain("--termination-log");
  }

  @Test
  void the_operators_command_is_not_among_the_commands_for_people() {
    assertThat(groma("--help")).isZero();
    assertThat(out.toString()).contains("explain").doesNotContain("attempt");
  }

  @Test
  void no_command_is_a_mistake() {
    assertThat(groma()).isEqualTo(64);
    assertThat(err.toString()).contains("groma --help");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("plan.yaml"), text);
  }

  private int groma(String... arguments) {
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            false);
    return GromaCommand.commandLine(
            new Session(terminal, new Engines(List.of(new ScriptedEngine()))))
        .execute(arguments);
  }
}
