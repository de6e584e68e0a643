package dev.groma.runner.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groma.api.runner.ExitCode;
import dev.groma.api.runner.ResultArtifact;
import dev.groma.runner.transfer.TransferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountedVolumeTest {

  @TempDir private Path folder;

  private Path root;
  private MountedVolume volume;

  @BeforeEach
  void aVolume() throws IOException {
    root = Files.createDirectories(folder.resolve("volume"));
    Files.writeString(folder.resolve("token"), "secret");
    Files.createDirectories(root.resolve("plans"));
    Files.writeString(root.resolve("plans/walls.json"), "{}");
    volume = new MountedVolume(root);
  }

  @Test
  void a_file_on_the_volume_is_found() throws Exception {
    assertThat(volume.file(root.resolve("plans/walls.json"))).hasContent("{}");
  }

  @Test
  void a_link_that_stays_on_the_volume_is_followed() throws Exception {
    Files.createSymbolicLink(root.resolve("latest"), Path.of("plans"));
    assertThat(volume.file(root.resolve("latest/walls.json"))).hasContent("{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "folder/token", "../token", "plans/../../token"})
  void what_lies_elsewhere_is_refused(String path) throws IOException {
    Files.createSymbolicLink(root.resolve("link"), folder.resolve("token"));
    Files.createSymbolicLink(root.resolve("folder"), folder);
    TransferException failure = failure(() -> volume.file(root.resolve(path)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(failure.words()).contains(path, "leads out of the volume", root.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plans/elsewhere.json", "plans", ""})
  void what_is_no_file_is_unreachable(String path) {
    TransferException failure = failure(() -> volume.file(root.resolve(path)));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(failure.words()).contains(root.resolve(path).toString());
  }

  @Test
  void artifacts_lie_whole_in_their_folder() throws Exception {
    Path from = artifacts();
    Path target = root.resolve("out/ns/uid/1");

    List<ResultArtifact> stored = new VolumeArtifactStore(volume, target).store(from, ARTIFACTS);

    assertThat(stored).isEqualTo(ARTIFACTS);
    assertThat(target).isDirectoryContaining("glob:**/plan.svg");
    assertThat(target.resolve("result.json")).hasContent("{}");
    try (var files = Files.list(target)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void storing_twice_is_the_same_as_once() throws Exception {
    VolumeArtifactStore store = new VolumeArtifactStore(volume, root.resolve("out"));
    Path from = artifacts();
    store.store(from, ARTIFACTS);
    store.store(from, ARTIFACTS);
    assertThat(root.resolve("out/plan.svg")).hasContent("<svg/>");
  }

  @Test
  void no_artifact_is_written_through_a_link() throws Exception {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "untouched");
    Path out = Files.createDirectory(root.resolve("out"));
    Files.createSymbolicLink(out.resolve("plan.svg"), elsewhere);
    Files.createSymbolicLink(out.resolve(".plan.svg.part"), elsewhere);
    new VolumeArtifactStore(volume, out).store(artifacts(), ARTIFACTS);
    assertThat(elsewhere).hasContent("untouched");
    assertThat(out.resolve("plan.svg")).isRegularFile().hasContent("<svg/>");
  }

  @Test
  void a_folder_behind_a_link_that_leads_out_is_not_made() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createSymbolicLink(root.resolve("out"), outside);
    TransferException failure =
        failure(() ->
            new VolumeArtifactStore(volume, root.resolve("out/ns")).store(artifacts(), ARTIFACTS));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.BAD_PARAMETERS);
    assertThat(outside).isEmptyDirectory();
  }

  @Test
  void the_result_is_not_there_when_another_artifact_is_not() throws IOException {
    Path from = artifacts();
    Path out = Files.createDirectories(root.resolve("out"));
    Files.createDirectories(out.resolve("plan.svg/in the way"));
    TransferException failure =
        failure(() -> new VolumeArtifactStore(volume, out).store(from, ARTIFACTS));
    assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(failure.words()).contains("plan.svg", out.toString());
    assertThat(out.resolve("result.json")).doesNotExist();
  }

  @Test
  void a_volume_is_what_the_kernel_says_is_mounted() {
    assertThat(MountedVolume.holding(Path.of("/proc/self/status")).root())
        .isEqualTo(Path.of("/proc"));
  }

  private static final List<ResultArtifact> ARTIFACTS =
      List.of(
          new ResultArtifact("plan.svg", "image/svg+xml", 6, "0".repeat(64)),
          new ResultArtifact("result.json", "application/json", 2, "1".repeat(64)));

  private Path artifacts() throws IOException {
    Path from = Files.createDirectories(folder.resolve("scratch"));
    Files.writeString(from.resolve("plan.svg"), "<svg/>");
    Files.writeString(from.resolve("result.json"), "{}");
    return from;
  }

  private static TransferException failure(ThrowingCallable call) {
    return catchThrowableOfType(TransferException.class, call);
  }
}
