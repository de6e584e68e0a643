package dev.groma.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.JavaProcess;
import dev.groma.cluster.await.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
  private static final Duration START = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void aChildRunsWithItsOwnEnvironmentAndGivesItsExitCode() throws Exception {
    Path log = folder.resolve("log");

    Child child = start(log, "echo $ONLY; env | wc -l; exit 3");

    assertThat(child.exit().get()).isEqualTo(3);
    assertThat(Files.readString(log)).startsWith("mine\n").doesNotContain("JAVA_HOME");
  }

  @Test
  void killingAChildKillsWhatItStarted() throws Exception {
    Path log = folder.resolve("log");
    Child child = start(log, "sleep 1000 & echo $!; wait");
    Await.until("its child", () -> read(log).endsWith("\n"));
    long grandchild = Long.parseLong(read(log).strip());

    child.killAndWait();

    Await.until("the end of the grandchild", () -> isDead(grandchild));
  }

  @Test
  void stopKillsAChildThatIgnoresSigterm() throws Exception {
    Path log = folder.resolve("log");
    Child child = start(log, "trap '' TERM; echo ready; while true; do sleep 1; done");
    Await.until("its start", () -> read(log).contains("ready"));

    assertThat(child.stop(Duration.ofMillis(100))).isEqualTo(137);
  }

  @Test
  void nothingIsLeftAfterTheJvmWasKilled() throws Exception {
    try (var jvm = JavaProcess.start(HoldsControlPlane.class, folder.resolve("out"), List.of())) {
      Await.until("its start", START, () -> jvm.output().contains("ready") || !jvm.isAlive());
      Path work = workFolder(jvm.output());
      // etcd, kube-apiserver, kube-controller-manager, the leash, and a sleep
      assertThat(JavaProcess.processesThatMention(work)).hasSizeGreaterThanOrEqualTo(5);

      jvm.kill();

      Await.until(
          "the end of all processes", () -> JavaProcess.processesThatMention(work).isEmpty());
      Await.until("the removal of " + work, () -> !Files.exists(work));
    }
  }

  /** Starts a control plane and a child with a child, and waits to be killed. */
  static final class HoldsControlPlane {
    public static void main(String[] arguments) throws InterruptedException {
      ControlPlane cluster = ControlPlane.start();
      System.out.println("works in " + cluster.folder());
      Path log = cluster.folder().resolve("sleeps.log");
      start(log, "sleep 1000 & sh -c 'sleep 1000; true " + cluster.folder() + "'");
      System.out.println("ready");
      Thread.currentThread().join();
    }
  }

  private static Child start(Path log, String script) {
    Path folder = log.toAbsolutePath().getParent();
    return Leash.ofThisJvm()
        .start(
            new ChildCommand(
                List.of("sh", "-c", script),
                Map.of("ONLY", "mine", "PATH", "/usr/bin:/bin"),
                folder == null ? Path.of("") : folder,
                log));
  }

  private static Path workFolder(String output) {
    return output
        .lines()
        .filter(line -> line.startsWith("works in "))
        .map(line -> Path.of(line.substring("works in ".length())).getParent())
        .findFirst()
        .orElseThrow(() -> new AssertionError(output));
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Gone, or a zombie that its new parent has not fetched yet. */
  private static boolean isDead(long pid) {
    return ProcessHandle.of(pid)
        .map(process -> process.info().commandLine().isEmpty())
        .orElse(true);
  }
}
