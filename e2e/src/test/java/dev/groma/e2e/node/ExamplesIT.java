package dev.groma.e2e.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.platform.Platform;
import dev.groma.cluster.realnode.RealNode;
import dev.groma.e2e.Laptop;
import dev.groma.e2e.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples as a user of a cluster tries them. */
@NodeTest
class ExamplesIT {

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Layout.EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void kubectl_applies_an_example_and_its_artifacts_are_those_of_a_laptop(
      Path manifest, RealNode node, @TempDir Path folder) throws Exception {
    Platform platform = SharedPlatform.on(node);
    LayoutJobStatus local = Laptop.run(manifest, folder).job().getStatus();

    platform.kubectl("apply", "--namespace=" + Platform.JOBS, "--filename=" + manifest);
    platform.kubectl(
        "wait",
        "--namespace=" + Platform.JOBS,
        "--for=condition=Complete",
        "--timeout=3m",
        "--filename=" + manifest);

    LayoutJob job =
        platform
            .client()
            .getKubernetesSerialization()
            .unmarshal(Files.readString(manifest), LayoutJob.class);
    LayoutJobStatus remote = new Jobs(platform, Platform.JOBS).status(job.getMetadata().getName());
    assertThat(local.artifacts()).isNotEmpty();
    assertThat(digests(remote)).isEqualTo(digests(local));
  }

  /** Name and SHA-256 of each file. */
  private static List<String> digests(LayoutJobStatus status) {
    return status.artifacts().stream()
        .map(artifact -> artifact.name() + " " + artifact.sha256())
        .sorted()
        .toList();
  }
}
