package dev.groma.cluster.local;

import static dev.groma.cluster.local.ShellNode.end;
import static dev.groma.cluster.local.ShellNode.kept;
import static dev.groma.cluster.local.ShellNode.pod;
import static dev.groma.cluster.local.ShellNode.shell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.TestJobs;
import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From a Pod's start to its end. */
class ProcessPodsTest extends ShellNodeTest {

  @Test
  void aJobCompletesWithTheTerminationMessageOfItsProcess() {
    node.jobs()
        .create(
            TestJobs.job("talks", shell("echo to the log; printf done > /dev/termination-log")));

    node.jobs().awaitCondition("talks", "Complete");

    Pod pod = node.jobs().podsOf("talks").getFirst();
    assertThat(end(pod))
        .returns(0, ContainerStateTerminated::getExitCode)
        .returns("Completed", ContainerStateTerminated::getReason)
        .returns("done", ContainerStateTerminated::getMessage);
    assertThat(node.log(pod.getMetadata().getName())).isEqualTo("to the log\n");
  }

  @Test
  void kubectlLogsWork() {
    node.create(pod("prints", shell("for i in 1 2 3; do echo line $i; done; exec sleep 60")));
    Await.until("its start", () -> node.log("prints").contains("line 3"));
    var pod = node.pod("prints");

    assertThat(pod.getLog()).isEqualTo("line 1\nline 2\nline 3\n");
    assertThat(pod.tailingLines(2).getLog()).isEqualTo("line 2\nline 3\n");
    assertThat(pod.limitBytes(4).getLog()).isEqualTo("line");
    try (var watch = pod.watchLog()) {
      pod.delete();
      assertThat(watch.getOutput()).asString(StandardCharsets.UTF_8).endsWith("line 3\n");
    }
  }

  @Test
  void aJobFailsWithTheExitCodeOfItsProcess() {
    node.jobs().create(TestJobs.job("fails", shell("exit 65")));

    node.jobs().awaitCondition("fails", "Failed");

    assertThat(end(node.jobs().podsOf("fails").getFirst()).getExitCode()).isEqualTo(65);
  }

  @Test
  void deletionIsSeenAsSigtermAndLeavesTimeToEnd() {
    node.create(
        kept(
            pod(
                "polite",
                shell(
                    """
                    trap 'echo asked > /dev/termination-log; exit 143' TERM
                    echo ready; sleep 60 & wait
                    """))));
    Await.until("its start", () -> node.log("polite").contains("ready"));

    node.delete("polite");

    Pod ended = node.awaitEnd("polite");
    assertThat(ended.getStatus().getPhase()).isEqualTo("Failed");
    assertThat(end(ended))
        .returns(143, ContainerStateTerminated::getExitCode)
        .returns("asked\n", ContainerStateTerminated::getMessage);
    node.release("polite");
  }

  @Test
  void whoIgnoresSigtermIsKilledAfterTheGracePeriod() {
    node.create(
        kept(
            pod("rude", shell("trap '' TERM; echo ready; while true; do sleep 1; done"))
                .edit()
                .editSpec()
                .withTerminationGracePeriodSeconds(1L)
                .endSpec()
                .build()));
    Await.until("its start", () -> node.log("rude").contains("ready"));

    node.delete("rude");

    assertThat(end(node.awaitEnd("rude")).getExitCode()).isEqualTo(137);
    node.release("rude");
  }

  @Test
  void theTerminationMessageIsCutAndFallsBackToTheLog() {
    node.create(
        pod(
            "long",
            shell("printf '%5000s' x > /tmp/message; cat /tmp/message > /dev/termination-log")));
    node.create(
        pod(
            "fallback",
            shell("for i in $(seq 100); do echo line $i; done; exit 1")
                .edit()
                .withTerminationMessagePolicy("FallbackToLogsOnError")
                .build()));

    assertThat(end(node.awaitEnd("long")).getMessage()).hasSize(4096);
    assertThat(end(node.awaitEnd("fallback")).getMessage())
        .startsWith("line 21\n")
        .endsWith("line 100\n");
  }

  @Test
  void anImageWithoutALocalCommandCannotBePulled() {
    node.create(pod("typo", shell("true").edit().withImage("registry/sell:1").build()));

    node.awaitWarning(
        "Failed", "no local command stands for image registry/sell:1; there are [shell]");
    assertThat(node.phase("typo")).isEqualTo("Pending");
  }

  @Test
  void manyPodsRunAtOnce() {
    List<String> names = IntStream.range(0, 20).mapToObj(i -> "many-" + i).toList();
    names.forEach(name -> node.jobs().create(TestJobs.job(name, shell("echo $HOSTNAME"))));

    names.forEach(name -> node.jobs().awaitCondition(name, "Complete"));
  }

  @Test
  void nothingIsLeftOfANodeThatIsClosed() {
    node.create(pod("runs", shell("echo $$$$; sleep 60")));
    Await.until("its start", () -> !node.log("runs").isEmpty());
    long pid = Long.parseLong(node.log("runs").strip());
    Path logs = node.pods().logFile(node.namespace(), "runs", "main");
    assertThat(ProcessHandle.of(pid)).isPresent();

    node.close();

    Await.until("the end of the process", () -> ProcessHandle.of(pid).isEmpty());
    assertThat(Files.exists(logs)).isFalse();
    assertThat(node.client().nodes().withName(node.pods().nodeName()).get()).isNull();
    node = node.again();
  }
}
