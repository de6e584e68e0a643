package dev.groma.cluster.realnode;

import dev.groma.cluster.program.Program;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.util.List;

/** A running Pod of one container, as its node sees it: by its processes, memory and network. */
public final class NodePod {

  private static final Program ENV = new Program(Path.of("/usr/bin/env"));

  private final String container;
  private final Cgroups cgroups;

  private NodePod(String container, Cgroups cgroups) {
    this.container = container;
    this.cgroups = cgroups;
  }

  static NodePod of(Pod pod, Cgroups cgroups) {
    String id = pod.getStatus().getContainerStatuses().getFirst().getContainerID();
    return new NodePod(id.replaceFirst("^.*//", ""), cgroups);
  }

  /** Its processes, as this machine numbers them, the first one first. */
  public List<Long> processes() {
    return cgroups.processes(container);
  }

  /** Bytes that it uses, as the kubelet compares them with its limit. */
  public long workingSet() {
    return cgroups.workingSet(container);
  }

  /**
   * Whether a TCP connection from its network to {@code address:port} is accepted within 3 s. No
   * program of its own image is needed for it.
   */
  public boolean reaches(String target) {
    String network = "--net=/proc/%d/ns/net".formatted(processes().getFirst());
    String connect = "exec 3<>/dev/tcp/" + target.replace(':', '/');
    return ENV.run(List.of("nsenter", network, "--", "timeout", "3", "bash", "-c", connect))
            .exitCode()
        == 0;
  }
}
