package dev.groma.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTranslationTest {
  private static final List<MountPoint> MOUNTS =
      List.of(
          new MountPoint(Path.of("/pods/1/work"), "/groma", false),
          new MountPoint(Path.of("/pods/1/request"), "/groma/request", true));

  @ParameterizedTest
  @CsvSource({
    "/groma, /pods/1/work",
    "/groma/file, /pods/1/work/file",
    "/groma/request, /pods/1/request",
    "/groma/request/request.json, /pods/1/request/request.json",
    "--request=/groma/request, --request=/pods/1/request",
    "a:/groma/request:/groma/out, a:/pods/1/request:/pods/1/work/out",
    "/groma/requests, /pods/1/work/requests",
    "/gromatic, /gromatic",
    "/opt/groma, /opt/groma",
    "x/groma, x/groma",
  })
  void mountPathsAreReplacedAndNothingElse(String word, String translated) {
    var launch =
        new ContainerLaunch(
            List.of(word), Map.of("VALUE", word), "/", MOUNTS, false, Path.of("/scratch"));

    var command = PathTranslation.command(launch, Path.of("/log"));

    assertThat(command.arguments()).containsExactly(translated);
    assertThat(command.environment()).containsEntry("VALUE", translated);
    assertThat(command.folder()).isEqualTo(Path.of("/scratch"));
  }
}
