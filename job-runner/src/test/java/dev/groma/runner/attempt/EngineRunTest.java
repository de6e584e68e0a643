package dev.groma.runner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.engine.Input;
import dev.groma.engine.Inputs;
import dev.groma.engine.Problem;
import dev.groma.runner.testing.ScriptedEngine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineRunTest {

  @TempDir private Path folder;

  private final List<String> progress = new ArrayList<>();
  private boolean stopRequested;

  @Test
  void an_answer_has_summary_and_artifacts_with_the_result_last() throws IOException {
    Outcome outcome = run("write a.txt\nwrite b.txt");

    assertThat(outcome).isInstanceOf(Outcome.Answer.class);
    Outcome.Answer answer = (Outcome.Answer) outcome;
    assertThat(answer.exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(answer.summary().toString())
        .isEqualTo("{\"confidenceScore\":1.0,\"roomsCount\":2,\"processingSeconds\":1.5}");
    assertThat(answer.artifacts())
        .extracting(ResultArtifact::name)
        .containsExactly("a.txt", "b.txt", "result.json");
  }

  @Test
  void the_measured_time_stands_in_no_file() throws IOException {
    run("write a.txt");
    assertThat(Files.readString(folder.resolve("result.json")))
        .contains("\"roomsCount\":1", "\"parameters\":{\"snapTolerance\":0.01}")
        .doesNotContain("processingSeconds");
  }

  @Test
  void the_same_work_gives_the_same_bytes() throws IOException {
    Outcome.Answer first = (Outcome.Answer) run("write a.txt");
    byte[] result = Files.readAllBytes(folder.resolve("result.json"));
    Outcome.Answer second = (Outcome.Answer) run("write a.txt");
    assertThat(Files.readAllBytes(folder.resolve("result.json"))).isEqualTo(result);
    assertThat(second.artifacts()).isEqualTo(first.artifacts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad must be two numbers | BAD_DATA | walls[0] (line 2, column 5): must be two numbers",
        "crash some invariant    | BUG      | some invariant",
        "write ../escape         | BUG      | ../escape",
        "write result.json       | BUG      | runner's own file",
        "recurse                 | BUG      | stack overflow",
        "exhaust                 | BUG      | memory"
      })
  void a_failure_has_its_exit_code_and_leaves_nothing(
      String order, ExitCode exitCode, String message) {
    Outcome outcome = run("write a.txt\n" + order);

    assertThat(outcome).isInstanceOf(Outcome.NoAnswer.class);
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(((Outcome.NoAnswer) outcome).message()).contains(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void bad_parameters_are_told_one_by_one() {
    ObjectNode block = RunnerContract.mapper().createObjectNode().put("snapTolerance", 13);
    Outcome outcome = run(block, Input.ofText("walls", ""));

    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(((Outcome.NoAnswer) outcome).problems())
        .containsExactly(Problem.at("snapTolerance", "must not be 13"));
  }

  @Test
  void a_failed_run_takes_the_earlier_answer_with_it() {
    run("write a.txt");
    run("bad data");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_run_that_is_asked_to_stop_stops() {
    stopRequested = true;
    assertThat(run("wait").exitCode()).isEqualTo(ExitCode.STOPPED);
  }

  @Test
  void an_input_that_breaks_off_is_unreachable() {
    Outcome outcome =
        run(RunnerContract.mapper().createObjectNode(), new BrokenInput("walls", 100));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(((Outcome.NoAnswer) outcome).message()).contains("the disk is on fire");
  }

  @Test
  void an_output_that_is_a_file_is_unreachable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Outcome outcome =
        EngineRun.with(new RunContext((_, _) -> {}, () -> false, 0))
            .run(
                new ScriptedEngine(),
                RunnerContract.mapper().createObjectNode(),
                new Inputs(List.of(Input.ofText("walls", ""))),
                new ArtifactFolder(file));
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(((Outcome.NoAnswer) outcome).message()).contains(file.toString());
  }

  @Test
  void progress_reaches_the_runner() {
    run("progress 40\nprogress 70");
    assertThat(progress).containsExactly("40 being tested", "70 being tested");
  }

  @Test
  void a_rehearsal_ends_as_the_run_would_and_writes_nothing() {
    Inputs inputs = new Inputs(List.of(Input.ofText("walls", "write a.txt\nbad data")));
    Outcome outcome =
        EngineRun.with(new RunContext((_, _) -> {}, () -> false, 0))
            .rehearse(new ScriptedEngine(), RunnerContract.mapper().createObjectNode(), inputs);
    assertThat(outcome.exitCode()).isEqualTo(ExitCode.BAD_DATA);
    assertThat(folder).isEmptyDirectory();
  }

  private Outcome run(String orders) {
    return run(RunnerContract.mapper().createObjectNode(), Input.ofText("walls", orders));
  }

  private Outcome run(ObjectNode block, Input input) {
    Iterator<Long> clock = List.of(1_000_000_000L, 2_500_400_000L).iterator();
    RunContext context =
        new RunContext(
            (percent, stage) -> progress.add(percent + " " + stage), () -> stopRequested, 7);
    return new EngineRun(context, clock::next)
        .run(new ScriptedEngine(), block, new Inputs(List.of(input)), new ArtifactFolder(folder));
  }

  private record BrokenInput(String name, long size) implements Input {
    @Override
    public InputStream open() throws IOException {
      throw new IOException("the disk is on fire");
    }
  }
}
