package dev.groma.cluster.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groma.cluster.JavaProcess;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.TestJobs;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevClusterTest {
  private static final Duration START = Duration.ofMinutes(3);
  private static final Pattern KUBECONFIG = Pattern.compile("export KUBECONFIG=(\\S+)");
  private static final String OPERATOR =
      """
      trap 'echo asked to stop; exit 0' TERM
      echo "watches $KUBECONFIG"
      while true; do sleep 1 & wait $!; done
      """;

  @TempDir Path folder;

  @Test
  void runsOperatorAndPodsUntilCtrlCAndLeavesNothing() throws Exception {
    try (var dev = start("sh", "-c", OPERATOR)) {
      Kubeconfig kubeconfig = new Kubeconfig(awaitKubeconfig(dev));
      Path work = kubeconfig.path().getParent().getParent();
      Await.until(
          "the operator", () -> dev.output().contains("operator | watches " + kubeconfig.path()));
      try (var client = kubeconfig.newClient("test")) {
        var jobs = new TestJobs(client, "default");
        jobs.create(
            TestJobs.job(
                "greets",
                new ContainerBuilder()
                    .withName("main")
                    .withImage("shell")
                    .withArgs("echo hello")
                    .build()));
        jobs.awaitCondition("greets", "Complete");
      }
      Await.until("the Pod's log", () -> dev.output().contains("/main | hello"));

      dev.interrupt();

      assertThat(dev.awaitExit()).isEqualTo(130);
      assertThat(work).doesNotExist();
      assertThat(JavaProcess.processesThatMention(work)).isEmpty();
      assertThat(dev.output()).doesNotContain("Exception");
    }
  }

  @Test
  void endsWithTheOperatorAndSaysSo() throws Exception {
    try (var dev = start("sh", "-c", "echo cannot start; exit 7")) {
      assertThat(dev.awaitExit()).isEqualTo(70);
      assertThat(dev.output())
          .contains("operator | cannot start", "groma | the operator ended with 7");
    }
  }

  @Test
  void argumentsAreGroupsOfWords() {
    assertThat(DevArguments.parse(List.of("crds", "--", "a", "b", "c", "--", "op", "--flag")))
        .satisfies(arguments -> {
          assertThat(arguments.images().getFirst().entrypoint()).containsExactly("b", "c");
          assertThat(arguments.operator()).containsExactly("op", "--flag");
        });
    assertThatThrownBy(() -> DevArguments.parse(List.of("crds")))
        .hasMessageStartingWith("arguments: CRDS");
  }

  private JavaProcess start(String... operator) throws IOException {
    var arguments = new java.util.ArrayList<String>();
    arguments.add(crd().toString());
    arguments.addAll(List.of("--", "shell", "sh", "-c", "--"));
    arguments.addAll(List.of(operator));
    return JavaProcess.start(DevCluster.class, folder.resolve("out"), arguments);
  }

  private Path crd() throws IOException {
    return Files.writeString(
        folder.resolve("crd.yaml"),
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: plots.test.groma.dev}
        spec:
          group: test.groma.dev
          names: {kind: Plot, plural: plots}
          scope: Namespaced
          versions:
            - {name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}
        """);
  }

  private static Path awaitKubeconfig(JavaProcess dev) {
    Await.until("its start", START, () -> dev.output().contains("Ctrl-C ends") || !dev.isAlive());
    Matcher line = KUBECONFIG.matcher(dev.output());
    assertThat(line.find()).as(dev.output()).isTrue();
    return Path.of(line.group(1));
  }
}
