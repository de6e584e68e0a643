package dev.groma.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutqueue.LayoutQueueSpec;
import dev.groma.api.reason.RefusalReason;
import dev.groma.manifest.YamlFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of manifests that {@code groma validate} and a real API server are asked about, sent as
 * messages.
 */
class SameWordsTest {

  private static final Path TABLE =
      Path.of(System.getProperty("groma.root"), "api/src/test/manifests");
  private static final Envelopes ENVELOPES = Envelopes.load();

  /**
   * A job of a queue needs no name and may not bear a label of Groma's, and a member that comes
   * twice is no JSON to begin with.
   */
  private static final Set<String> OTHERWISE =
      Set.of("invalid-name-missing.yaml", "invalid-member-twice.yaml", "valid-all-parameters.yaml");

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
          .filter(file -> !OTHERWISE.contains(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  private static Reading read(String manifest) throws JsonProcessingException {
    LayoutQueueSpec queue =
        new ObjectMapper()
            .readValue("{\"queue\": {\"url\": \"http://localhost/q\"}}", LayoutQueueSpec.class);
    String body = YamlFormat.read(manifest).toString();
    return ENVELOPES.read(
        new Message(body, Map.of(), "m-1", null), IntakeContext.of("plans", queue));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void a_message_is_refused_in_the_words_of_groma_validate(Path file) throws IOException {
    String manifest = Files.readString(file);
    String expected = manifest.lines().findFirst().orElseThrow().replace("# expect: ", "");

    Reading reading = read(manifest);

    assertThat((Reading.Refused) reading)
        .returns(RefusalReason.InvalidJob, Reading.Refused::reason)
        .satisfies(refused -> assertThat(refused.detail()).contains(expected));
  }

  @ParameterizedTest
  @MethodSource("valid")
  void a_valid_manifest_is_a_request(Path file) throws IOException {
    assertThat(read(Files.readString(file))).isInstanceOf(Reading.Jobs.class);
  }
}
