package dev.groma.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.groma.api.runner.RunnerContract;
import dev.groma.runner.attempt.Engines;
import dev.groma.runner.cli.AttemptRun.LogFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class AttemptRunTest {

  private final Session session =
      new Session(
          new Terminal(
              InputStream.nullInputStream(),
              new PrintWriter(new StringWriter()),
              new PrintWriter(new StringWriter()),
              false,
              false),
          new Engines(List.of()));

  /** Or every runner would start slower, and nothing else would tell. */
  @Test
  void the_words_that_the_operator_writes_are_known() throws IOException {
    assertThat(AttemptRun.asTheOperatorAsks(session, wordsOfTheOperator()))
        .contains(
            new AttemptRun(
                session,
                Path.of("/groma/request"),
                Path.of("/groma/output"),
                Path.of("/dev/termination-log"),
                LogFormat.json));
  }

  /** As its golden file of a Job has them. */
  private static String[] wordsOfTheOperator() throws IOException {
    Path job =
        Path.of(
            System.getProperty("groma.root"),
            "operator/src/test/resources/dev/groma/operator/attempt/job-inline.yaml");
    Map<String, Object> document =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(job));
    JsonNode args =
        RunnerContract.mapper().valueToTree(document).at("/spec/template/spec/containers/0/args");
    List<String> words = new ArrayList<>();
    args.forEach(word -> words.add(word.asText()));
    return words.toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attempt",
        "attempt --help",
        "attempt --output o --request r --termination-log t",
        "attempt --request r --output o --termination-log t --log text",
        "run --request r --output o --termination-log t"
      })
  void all_others_are_for_the_command_line(String words) {
    assertThat(AttemptRun.asTheOperatorAsks(session, words.split(" ", -1))).isEmpty();
  }
}
