package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.manifest.YamlFormat;
import dev.groma.runner.testing.FaultyS3;
import dev.groma.runner.testing.RunnerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code groma run} as a person starts it. */
class RunCommandTest {

  @TempDir private Path folder;

  @Test
  void a_job_is_printed_as_it_was_written_with_its_status() throws IOException {
    write("plan.yaml", job("plan", "write a.txt"));

    RunnerProcess.Ended ended = run("run", "plan.yaml");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode job = YamlFormat.read(ended.out());
    assertThat(job.at("/spec/roomDetection/walls/inline").asText()).isEqualTo("write a.txt\n");
    assertThat(job.at("/status/phase").asText()).isEqualTo("Succeeded");
    assertThat(job.at("/status/summary/roomDetection/roomsCount").asInt()).isEqualTo(1);
    assertThat(job.at("/status/artifacts/0/name").asText()).isEqualTo("a.txt");
    assertThat(job.at("/status/artifacts/1/name").asText()).isEqualTo("result.json");
    assertThat(folder.resolve("groma-out/plan/a.txt")).isRegularFile();
    assertThat(ended.err()).contains("plan: Succeeded; 2 files in groma-out/plan");
  }

  @Test
  void manifests_may_come_as_kubectl_takes_them() throws IOException {
    write("plan.yaml", job("plan", "write a.txt"));
    write("other.yaml", job("other", "write a.txt"));

    RunnerProcess.Ended ended = run("run", "-f", "plan.yaml", "--filename=other.yaml");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(folder.resolve("groma-out/plan/a.txt")).isRegularFile();
    assertThat(folder.resolve("groma-out/other/a.txt")).isRegularFile();
  }

  @Test
  void without_a_manifest_it_says_what_is_missing() throws IOException {
    RunnerProcess.Ended ended = run("run");

    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.err()).contains("Missing required parameter: 'FILE'");
  }

  @Test
  void the_seed_reaches_the_engine_and_the_output_is_a_folder_all_the_same() throws IOException {
    write("plan.yaml", job("plan", "seed") + "  seed: 4711\n  output: {configMap: {}}\n");

    RunnerProcess.Ended ended = run("run", "plan.yaml");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(folder.resolve("groma-out/plan/seed")).hasContent("4711");
    assertThat(ended.err()).contains("plan: spec.output is for a cluster and was passed over");
  }

  @Test
  void an_input_in_s3_is_fetched_with_the_credentials_of_the_environment() throws IOException {
    write(
        "plan.yaml",
        job("plan", "").replaceFirst("(?s)walls:.*", "walls: {s3: {bucket: plans, key: w}}\n"));
    try (FaultyS3 s3 = new FaultyS3(FaultyS3.object("write a.txt"))) {
      Map<String, String> environment =
          Map.of(
              "GROMA_S3_ENDPOINT",
              s3.endpoint().toString(),
              "GROMA_S3_PATH_STYLE",
              "true",
              "AWS_ACCESS_KEY_ID",
              "mine",
              "AWS_SECRET_ACCESS_KEY",
              "secret");
      try (RunnerProcess process =
          RunnerProcess.startWith(folder, environment, "run", "plan.yaml")) {
        RunnerProcess.Ended ended = process.end();
        assertThat(ended.exitCode()).as(ended.err()).isZero();
      }
      assertThat(folder.resolve("groma-out/plan/a.txt")).isRegularFile();
      assertThat(s3.asked().getFirst().authorization()).contains("Credential=mine/");
    }
  }

  @Test
  void one_job_that_fails_does_not_stop_the_others() throws IOException {
    write(
        "plans.yaml",
        String.join(
            "---\n",
            job("bad-data", "bad must be two numbers"),
            job("crashed", "crash an invariant"),
            job("invalid", "").replace("roomDetection", "roomDetektion"),
            job("good", "write a.txt")));

    RunnerProcess.Ended ended = run("run", "plans.yaml", "--format", "json");

    assertThat(ended.exitCode()).as("the worst: a fault of ours").isEqualTo(70);
    List<JsonNode> jobs = ended.out().lines().map(RunCommandTest::json).toList();
    assertThat(jobs)
        .extracting(
            job -> job.at("/metadata/name").asText() + " " + job.at("/status/phase").asText())
        .containsExactly("bad-data Failed", "crashed Failed", "good Succeeded");
    assertThat(ended.err())
        .contains("plans.yaml:8: walls[0]: must be two numbers")
        .contains(
            "plans.yaml:23:3: spec.roomDetektion: is not a known field; did you mean roomDetection?")
        .contains("invalid: Refused. Mend the manifest and try again")
        .contains("bad-data: Failed (BadData). Mend the input");
  }

  @Test
  void the_exit_code_is_that_of_the_failure() throws IOException {
    write("data.yaml", job("plan", "bad data"));
    assertThat(run("run", "data.yaml").exitCode()).isEqualTo(65);
    write("parameters.yaml", job("plan", ""));
    assertThat(
            run("run", "parameters.yaml", "--set", "spec.roomDetection.snapTolerance=13")
                .exitCode())
        .isEqualTo(64);
    assertThat(run("run", "nowhere.yaml").exitCode()).isEqualTo(69);
  }

  @Test
  void manifests_come_from_the_standard_input_too() {
    try (RunnerProcess process =
        RunnerProcess.startWithInput(
            folder, job("plan", "write a.txt"), "run", "-", "--format", "table")) {
      RunnerProcess.Ended ended = process.end();
      assertThat(ended.exitCode()).as(ended.err()).isZero();
      assertThat(ended.out().lines().toList().getLast())
          .startsWith("plan   roomDetection   Succeeded   Completed ");
    }
  }

  @Test
  void answers_are_utf_8_whatever_the_locale() throws IOException {
    write("plan.yaml", job("plan", "bad Größe 図面 😀"));
    RunnerProcess.Ended ended = run("run", "plan.yaml");
    assertThat(YamlFormat.read(ended.out()).at("/status/failure/message").asText())
        .isEqualTo("walls[0] (line 1, column 5): Größe 図面 😀");
  }

  @Test
  void quiet_says_nothing_of_a_job_that_succeeds() throws IOException {
    write("plan.yaml", job("plan", "write a.txt"));
    assertThat(run("run", "plan.yaml", "-q", "-o", "out").err()).isEmpty();
    assertThat(folder.resolve("out/plan/result.json")).isRegularFile();
  }

  @Test
  void two_jobs_of_one_name_do_not_share_a_folder() throws IOException {
    write("plan.yaml", job("plan", "write a.txt") + "---\n" + job("plan", "write b.txt"));
    RunnerProcess.Ended ended = run("run", "plan.yaml");
    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.err()).contains("plan.yaml:12:12: metadata.name: a job of this name has run");
    assertThat(folder.resolve("groma-out/plan")).isDirectoryContaining("glob:**a.txt");
  }

  @Test
  void a_file_without_a_job_is_a_mistake() throws IOException {
    write("map.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: plans}\n");
    RunnerProcess.Ended ended = run("run", "map.yaml");
    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.err()).contains("map.yaml: there is no LayoutJob in it");
  }

  @Test
  void sigterm_stops_the_job_at_work_and_those_behind_it() throws IOException {
    write("plans.yaml", job("first", "wait") + "---\n" + job("second", "write a.txt"));
    write("before.yaml", job("before", "write a.txt"));
    try (RunnerProcess process =
        RunnerProcess.start(folder, "run", "before.yaml", "plans.yaml", "--format", "json")) {
      RunnerProcess.Ended ended = process.awaitError("before: Succeeded").terminate().end();
      assertThat(ended.exitCode()).isEqualTo(143);
      assertThat(ended.out().lines().map(RunCommandTest::json))
          .extracting(job -> job.at("/status/conditions/4/reason").asText())
          .containsExactly("Completed", "Stopped");
    }
  }

  @Test
  void a_wrong_option_is_told_with_the_nearest() {
    RunnerProcess.Ended ended = run("run", "--formt", "json", "plan.yaml");
    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.err()).contains("--formt", "--format");
  }

  @Test
  void the_help_teaches_by_examples() {
    RunnerProcess.Ended ended = run("run", "--help");
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out())
        .contains("groma run examples/apartment.yaml", "walls: {file: walls.json}");
    assertThat(ended.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  private RunnerProcess.Ended run(String... arguments) {
    return RunnerProcess.run(folder, arguments);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String job(String name, String orders) {
    return """
    apiVersion: groma.dev/v1alpha1
    kind: LayoutJob
    metadata: {name: %s}
    spec:
      roomDetection:
        walls:
          inline: |
            %s
    """
        .formatted(name, orders);
  }
}
