package dev.groma.cluster.realnode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groma.cluster.await.Await;
import dev.groma.cluster.junit.NodeTest;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.program.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens in a sandbox stays there, and ends with it. */
@NodeTest
class SandboxTest {

  private static final Program ENV = new Program(Path.of("/usr/bin/env"));

  @Test
  void whatever_runs_in_a_sandbox_ends_with_its_first_process_and_takes_its_link_along()
      throws IOException {
    Path folder = Leash.ofThisJvm().newFolder("sandbox");
    Sandbox sandbox = Sandbox.open(folder);
    Link link = Link.lay(sandbox);
    // As a container's shim does: a session of its own, nobody's child.
    run(sandbox, "sh", "-c", "setsid sleep 1000001 >/dev/null 2>&1 &");
    ProcessHandle stray = sleeper();
    assertThat(addresses()).contains(link.outside());

    ProcessHandle.of(sandbox.firstProcess()).orElseThrow().destroyForcibly();

    Await.until("the stray process to be gone", () -> !stray.isAlive());
    Await.until("the link to be gone", () -> !addresses().contains(link.outside()));
    sandbox.close();
  }

  @Test
  void mounts_and_the_folders_of_the_system_stay_as_they_are_outside() throws IOException {
    Path folder = Leash.ofThisJvm().newFolder("sandbox");
    try (Sandbox sandbox = Sandbox.open(folder)) {
      run(sandbox, "sh", "-c", "echo inside >/var/lib/kubelet; echo inside >/run/kubelet");

      assertThat(folder.resolve("lib/kubelet")).hasContent("inside\n");
      assertThat(Path.of("/run/kubelet")).doesNotExist();
      assertThat(Files.readString(Path.of("/proc/self/mounts"))).doesNotContain(folder.toString());
    }
  }

  private static void run(Sandbox sandbox, String... words) {
    List<String> command = new ArrayList<>(sandbox.inside());
    command.addAll(List.of(words));
    ENV.run(command).success();
  }

  private static ProcessHandle sleeper() {
    return Await.value(
            "the stray process",
            Await.LIMIT,
            () ->
                ProcessHandle.allProcesses()
                    .filter(process -> process.info().commandLine().orElse("").contains("1000001"))
                    .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static List<String> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .map(InetAddress::getHostAddress)
          .toList();
    } catch (SocketException e) {
      throw new IllegalStateException(e);
    }
  }
}
