package dev.groma.cluster.local;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.node.NodeDouble;
import dev.groma.cluster.node.NodePod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A node whose containers are processes of this machine.
 *
 * <pre>{@code
 * var runner = new LocalImage("groma-runner", List.of("java", "-jar", "runner.jar"));
 * try (var pods = ProcessPods.start(cluster, namespace, List.of(runner))) { ... }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
public final class ProcessPods implements AutoCloseable {
  private final Machine machine;
  private final LogServer logs;
  private final NodeDouble node;

  private ProcessPods(
      ControlPlane cluster,
      @Nullable String namespace,
      List<LocalImage> images,
      Isolation isolation) {
    String name = namespace == null ? "local" : "local-" + namespace;
    PodFolders folders = PodFolders.create();
    logs = LogServer.start(cluster.pki().nodeTls(), folders);
    node = NodeDouble.register(cluster, name, namespace, OptionalInt.of(logs.port()));
    logs.endFollowingWhen(this::isOver);
    machine =
        new Machine(
            node.kubeletClient(), List.copyOf(images), variables(cluster), folders, isolation);
    node.play(this::play);
  }

  /** Plays the Pods of all namespaces, with the best isolation there is. */
  public static ProcessPods start(ControlPlane cluster, List<LocalImage> images) {
    return new ProcessPods(cluster, null, images, Isolation.best());
  }

  /** Plays the Pods of one namespace, with the best isolation there is. */
  public static ProcessPods start(ControlPlane cluster, String namespace, List<LocalImage> images) {
    return start(cluster, namespace, images, Isolation.best());
  }

  /** Plays the Pods of one namespace. */
  public static ProcessPods start(
      ControlPlane cluster, String namespace, List<LocalImage> images, Isolation isolation) {
    return new ProcessPods(cluster, namespace, images, isolation);
  }

  /** The name of the node. */
  public String nodeName() {
    return node.name();
  }

  /** Holds the containers' logs as {@code NAMESPACE/POD/CONTAINER.log}. */
  public Path logFolder() {
    return machine.folders().logs();
  }

  /** The file with what a container wrote to standard output and error since its last start. */
  public Path logFile(String namespace, String pod, String container) {
    return machine.folders().log(namespace, pod, container);
  }

  /** What a container wrote to standard output and error; empty when it was never started. */
  public String log(String namespace, String pod, String container) {
    Path file = logFile(namespace, pod, container);
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills all containers and removes the node, its Pods' files and logs. */
  @Override
  public void close() {
    logs.close();
    node.close();
    machine.folders().removeAll();
  }

  private boolean isOver(String pod) {
    return node.pods().stream().filter(known -> known.key().equals(pod)).allMatch(NodePod::isFinal);
  }

  private void play(NodePod pod) throws InterruptedException {
    try {
      new PodPlay(pod, machine).run();
    } finally {
      machine.folders().removeAllButLogs(pod.pod());
    }
  }

  private static Map<String, String> variables(ControlPlane cluster) {
    URI server = URI.create(cluster.server());
    String port = Integer.toString(server.getPort());
    return Map.of(
        "PATH",
        Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"),
        "HOME",
        "/",
        "KUBERNETES_SERVICE_HOST",
        server.getHost(),
        "KUBERNETES_SERVICE_PORT",
        port,
        "KUBERNETES_SERVICE_PORT_HTTPS",
        port);
  }
}
