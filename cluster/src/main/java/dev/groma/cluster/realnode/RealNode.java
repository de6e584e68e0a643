package dev.groma.cluster.realnode;

import dev.groma.cluster.Component;
import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.ControlPlaneException;
import dev.groma.cluster.ControlPlaneOptions;
import dev.groma.cluster.Place;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.process.Leash;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.readiness.Readiness;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A running cluster of one node. Stopping and starting its programs is for one thread at a time.
 *
 * <p>It notices within about 20 s that the kubelet is gone, and takes Pods from a node that is gone
 * 2 s later; usual clusters take 50 s and 5 min.
 */
public final class RealNode implements AutoCloseable {

  /** The node's name. */
  public static final String NAME = "node-1";

  /** An image of the node that does nothing until it is stopped. */
  public static final String PAUSE = NodeFiles.PAUSE;

  /** It takes 10 s; a machine that builds something else at the same time needs patience. */
  private static final Duration START_LIMIT = Duration.ofMinutes(4);

  private final Path folder;
  private final NodePrograms programs;
  private final Cgroups cgroups;
  private final Sandbox sandbox;
  private final Link link;
  private final NodeComponents components;
  private final ImageStore images;
  private @Nullable ControlPlane cluster;
  private @Nullable Component kubelet;

  private RealNode(Path folder, NodePrograms programs, Cgroups cgroups, Sandbox sandbox) {
    this.folder = folder;
    this.programs = programs;
    this.cgroups = cgroups;
    this.sandbox = sandbox;
    link = Link.lay(sandbox);
    var inside = new Place(link.inside(), sandbox.inside());
    components = new NodeComponents(inside, programs, new NodeFiles(folder));
    images = new ImageStore(sandbox.inside(), folder);
  }

  /** Why there can be no real node here; empty where there can. */
  public static Optional<String> obstacle() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return Optional.of("a real node needs Linux");
    }
    if (!"root".equals(System.getProperty("user.name"))) {
      return Optional.of("a real node needs root");
    }
    return Optional.empty();
  }

  /**
   * Starts a cluster and returns when its node is ready and names are resolved.
   *
   * @throws ControlPlaneException when it cannot; the message says why
   */
  public static RealNode start() {
    obstacle()
        .ifPresent(why -> {
          throw new ControlPlaneException(why);
        });
    NodePrograms programs = NodePrograms.find();
    Path folder = Leash.ofThisJvm().newFolder("node");
    Cgroups cgroups = Cgroups.create(folder);
    var node = new RealNode(folder, programs, cgroups, Sandbox.open(folder));
    try {
      node.startAll();
      return node;
    } catch (IOException e) {
      node.close();
      throw new UncheckedIOException("cannot prepare a node", e);
    } catch (RuntimeException e) {
      node.close();
      throw e;
    }
  }

  private void startAll() throws IOException {
    ControlPlane started = ControlPlane.start(options());
    cluster = started;
    Component containerd = components.startContainerd();
    Await.until(
        "containerd to answer",
        START_LIMIT,
        () -> {
          containerd.checkAlive();
          return images.isReady();
        });
    images.add(NodeFiles.PAUSE, Path.of(programs.program("pause")));
    images.add("groma.test/coredns:1", Path.of(programs.program("coredns")));
    kubelet = components.startKubelet(started, cgroups.path());
    components.startScheduler(started);
    components.startServiceProxy(started);
    awaitReady();
    components.startFirewall(started);
    startDns();
  }

  private void startDns() throws IOException {
    try (InputStream dns = RealNode.class.getResourceAsStream("dns.yaml")) {
      client().load(dns).serverSideApply();
    }
    Await.until(
        "names to be resolved",
        START_LIMIT,
        () ->
            client().pods().inNamespace("kube-system").list().getItems().stream()
                .anyMatch(Readiness::isPodReady));
  }

  private ControlPlaneOptions options() {
    return ControlPlaneOptions.defaults()
        .at(new Place(link.inside(), sandbox.network()))
        .withApiServerFlag("--endpoint-reconciler-type=lease")
        .withApiServerFlag("--kubelet-preferred-address-types=InternalIP")
        .withApiServerFlag("--default-not-ready-toleration-seconds=2")
        .withApiServerFlag("--default-unreachable-toleration-seconds=2")
        .withController("*")
        .withControllerManagerFlag("--node-monitor-period=1s")
        .withControllerManagerFlag("--node-monitor-grace-period=20s");
  }

  /** Its API server with everything that a {@link ControlPlane} can do. */
  public ControlPlane cluster() {
    if (cluster == null) {
      throw new IllegalStateException("the control plane has not started");
    }
    return cluster;
  }

  private KubernetesClient client() {
    return cluster().client();
  }

  /** Address of this machine that Pods can reach: outside of the cluster, as S3 is. */
  public String outsideAddress() {
    return link.outside();
  }

  /** The node's own address. */
  public String address() {
    return link.inside();
  }

  /** Holds the logs as long as this node is open. */
  public Path folder() {
    return folder;
  }

  /** Loads an image onto the node, under the names that its archive gives. */
  public void addImage(Path archive) {
    images.add(archive);
  }

  /**
   * Loads an image that holds a static program and nothing else.
   *
   * @param name of the image, with registry and tag
   * @param program file of the program
   */
  public void addProgram(String name, Path program) {
    images.add(name, program);
  }

  /** Gives an image of the node one more name; both are whole, with registry and tag. */
  public void tagImage(String name, String another) {
    images.tag(name, another);
  }

  /** A running Pod of one container, as its node sees it. */
  public NodePod see(Pod pod) {
    return NodePod.of(pod, cgroups);
  }

  /** Kills the kubelet; containers go on, and nobody tells. */
  public void killKubelet() {
    kubelet().kill();
  }

  /** Starts the kubelet and waits until the node is ready. */
  public void startKubelet() {
    kubelet().start();
    awaitReady();
  }

  private Component kubelet() {
    if (kubelet == null) {
      throw new IllegalStateException("the kubelet has not started");
    }
    return kubelet;
  }

  private void awaitReady() {
    Await.until(
        "the node to be ready; logs: " + folder,
        START_LIMIT,
        () -> {
          components.checkAlive();
          Node node = client().nodes().withName(NAME).get();
          return node != null && Readiness.isNodeReady(node);
        });
  }

  /** Ends everything and removes it. */
  @Override
  public void close() {
    components.kill();
    sandbox.close();
    cgroups.close();
    if (cluster != null) {
      cluster.close();
    }
    Leash.ofThisJvm().remove(folder);
  }
}
