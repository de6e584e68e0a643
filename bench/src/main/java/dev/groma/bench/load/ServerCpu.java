package dev.groma.bench.load;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CPU time that the control plane has used: what jobs cost beyond the work of whoever makes them.
 * It says what a ratio of wall times can be at best where all share the same cores.
 */
public final class ServerCpu {

  private static final Set<String> PROGRAMS =
      Set.of("kube-apiserver", "etcd", "kube-controller-manager");

  private ServerCpu() {}

  /** Of API server, etcd and controller manager together, since they were started. */
  public static Duration used() {
    return processes()
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** API server, etcd and controller manager of the control planes that this process started. */
  public static Stream<ProcessHandle> processes() {
    return ProcessHandle.current().descendants().filter(ServerCpu::isServer);
  }

  private static boolean isServer(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> command.substring(command.lastIndexOf('/') + 1))
        .filter(PROGRAMS::contains)
        .isPresent();
  }
}
