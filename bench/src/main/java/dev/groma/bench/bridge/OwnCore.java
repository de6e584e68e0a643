package dev.groma.bench.bridge;

import dev.groma.bench.load.Command;
import dev.groma.bench.load.ServerCpu;

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
        .forEach(pid -> Command.output("taskset", "-acp", core, Long.toString(pid)));
  }
}
