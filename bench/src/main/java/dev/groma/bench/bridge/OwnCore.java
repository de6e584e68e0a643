package dev.groma.bench.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.groma.bench.load.ServerCpu;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A processor core for the control plane alone, as it has machines of its own in the world: what is
 * measured then is how much of it a replica can use, and not how the two share a core.
 */
final class OwnCore {

  private OwnCore() {}

  /**
   * Puts the control plane that this process started on a core; whoever starts this process keeps
   * it and all else off it.
   *
   * @param core its number, as {@code taskset} counts
   * @throws IllegalStateException when that cannot be done
   */
  static void ofControlPlane(String core) {
    ServerCpu.processes()
        .map(ProcessHandle::pid)
        .forEach(pid -> run("taskset", "-acp", core, Long.toString(pid)));
  }

  private static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String words = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + words.strip());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
