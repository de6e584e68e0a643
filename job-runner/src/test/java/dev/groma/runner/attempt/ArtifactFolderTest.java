package dev.groma.runner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.groma.api.runner.ResultArtifact;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactFolderTest {

  /** FIPS 180-4's own example. */
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path temporary;

  @Test
  void an_artifact_is_counted_and_digested() throws IOException {
    ArtifactFolder folder = prepared();
    try (OutputStream out = folder.create("abc.txt", "text/plain")) {
      out.write('a');
      out.write("xbcx".getBytes(StandardCharsets.UTF_8), 1, 2);
    }
    assertThat(folder.written())
        .containsExactly(new ResultArtifact("abc.txt", "text/plain", 3, SHA256_OF_ABC));
    assertThat(temporary.resolve("abc.txt")).hasContent("abc");
  }

  @Test
  void the_result_lists_the_artifacts_and_comes_last() throws IOException {
    ArtifactFolder folder = prepared();
    write(folder, "b.txt");
    write(folder, "a.txt");
    folder.finish(result(folder));

    assertThat(folder.written())
        .extracting(ResultArtifact::name)
        .containsExactly("b.txt", "a.txt", "result.json");
    assertThat(readResult().artifacts())
        .extracting(ResultArtifact::name)
        .containsExactly("b.txt", "a.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../a", "a/b", "/a", "", ".", "..", ".hidden", "a\\b", "a b", "a\0b", "ä", "-a"})
  void a_name_that_is_no_plain_file_name_is_refused(String name) throws IOException {
    ArtifactFolder folder = prepared();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.create(name, "text/plain"))
        .withMessageContaining(name);
  }

  @Test
  void the_runners_own_file_is_not_the_engines_to_write() throws IOException {
    ArtifactFolder folder = prepared();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folder.create("result.json", "application/json"));
  }

  @Test
  void a_name_is_taken_once() throws IOException {
    ArtifactFolder folder = prepared();
    write(folder, "a.txt");
    assertThatIllegalArgumentException().isThrownBy(() -> folder.create("a.txt", "text/plain"));
  }

  @Test
  void an_artifact_is_closed_before_the_next_one_begins() throws IOException {
    ArtifactFolder folder = prepared();
    try (OutputStream open = folder.create("a.txt", "text/plain")) {
      assertThatIllegalStateException().isThrownBy(() -> folder.create("b.txt", "text/plain"));
      assertThatIllegalStateException().isThrownBy(folder::written);
      open.write('a');
    }
  }

  @Test
  void what_a_failed_run_left_is_taken_away() throws IOException {
    ArtifactFolder folder = prepared();
    write(folder, "a.txt");
    OutputStream open = folder.create("b.txt", "text/plain");
    open.write('b');
    folder.discard();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void an_earlier_answer_goes_and_what_is_not_of_it_stays() throws IOException {
    ArtifactFolder earlier = prepared();
    write(earlier, "old.txt");
    earlier.finish(result(earlier));
    Files.writeString(temporary.resolve("notes.txt"), "mine");

    ArtifactFolder folder = prepared();
    write(folder, "new.txt");

    assertThat(temporary)
        .isDirectoryContaining("glob:**new.txt")
        .isDirectoryContaining("glob:**notes.txt")
        .isDirectoryNotContaining("glob:**old.txt")
        .isDirectoryNotContaining("glob:**result.json");
  }

  @Test
  void a_result_of_another_program_goes_alone() throws IOException {
    Files.writeString(temporary.resolve("result.json"), "{\"artifacts\":[{\"name\":\"../x\"}]}");
    prepared();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void nothing_is_written_through_a_link() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("out"));
    Path elsewhere = Files.writeString(temporary.resolve("elsewhere"), "untouched");
    Files.createSymbolicLink(folder.resolve("a.txt"), elsewhere);
    write(new ArtifactFolder(folder), "a.txt");
    assertThat(elsewhere).hasContent("untouched");
    assertThat(folder.resolve("a.txt")).isRegularFile().hasContent("a.txt");
  }

  private ArtifactFolder prepared() throws IOException {
    ArtifactFolder folder = new ArtifactFolder(temporary);
    folder.prepare();
    return folder;
  }

  private static void write(ArtifactFolder folder, String name) throws IOException {
    try (OutputStream out = folder.create(name, "text/plain")) {
      out.write(name.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static RunnerResult result(ArtifactFolder folder) {
    return RunnerResult.of(
        "roomDetection",
        "1",
        RunnerContract.mapper().createObjectNode(),
        RunnerContract.mapper().createObjectNode(),
        folder.written());
  }

  private RunnerResult readResult() throws IOException {
    return RunnerContract.read(
        Files.readString(temporary.resolve("result.json")), RunnerResult.class);
  }
}
