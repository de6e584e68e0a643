package dev.groma.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A processor core for the control plane alone, as it has machines of its own in the world: what is
 * measured then is how much of it a replica can use, and not how the two share a core.
 */
public final class OwnCore {

  private OwnCore() {}

  /**
   * Puts the control plane that this process started on the core that the system property {@code
   * groma.bench.server-core} numbers as {@code taskset} does; without it, nothing. Whoever starts
   * this process keeps it and all else off that core.
   *
   * @throws IllegalStateException when that cannot be done
   */
  public static void ofControlPlane() {
    String core = System.getProperty("groma.bench.server-core");
    if (core != null) {
      ServerCpu.processes()
          .map(ProcessHandle::pid)
          .forEach(pid -> run("taskset", "-acp", core, Long.toString(pid)));
    }
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
