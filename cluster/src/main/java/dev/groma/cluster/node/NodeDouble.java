package dev.groma.cluster.node;

import dev.groma.cluster.ControlPlane;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.utils.Utils;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A node of the cluster that binds every Pod it sees (of one namespace, or of all) and lets a
 * {@link PodRuntime} play it. Pods bound to other nodes are left alone.
 */
public final class NodeDouble implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(NodeDouble.class.getName());

  private final String name;
  private final @Nullable String namespace;
  private final KubernetesClient admin;
  private final KubernetesClient scheduler;
  private final KubernetesClient kubelet;
  private final NodeApi api;
  private final Map<String, NodePod> pods = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable SharedIndexInformer<Pod> informer;

  private NodeDouble(
      ControlPlane cluster, String name, @Nullable String namespace, OptionalInt serverPort) {
    this.name = name;
    this.namespace = namespace;
    admin = cluster.client();
    scheduler = cluster.kubeconfigOfUser("system:kube-scheduler").newClient("groma-scheduler");
    kubelet =
        cluster
            .kubeconfigOfUser("system:node:" + name, "system:nodes")
            .newClient("groma-node-double");
    api = new NodeApi(admin, scheduler, kubelet, name);
    var heartbeat = new Heartbeat(kubelet, name, serverPort);
    heartbeat.register();
    threads.execute(heartbeat::beat);
  }

  /**
   * Registers a node that is Ready and does nothing until {@link #play}.
   *
   * @param name of the node, unique in the cluster
   * @param namespace whose Pods it will play; null for all
   * @param serverPort where the API server finds the kubelet's server; empty when there is none
   */
  public static NodeDouble register(
      ControlPlane cluster, String name, @Nullable String namespace, OptionalInt serverPort) {
    return new NodeDouble(cluster, name, namespace, serverPort);
  }

  /** Starts to bind Pods and to let {@code runtime} play them; called once. */
  public void play(PodRuntime runtime) {
    var handler = new Handler(runtime);
    informer =
        namespace == null
            ? scheduler.pods().inAnyNamespace().inform(handler)
            : scheduler.pods().inNamespace(namespace).inform(handler);
  }

  /** The node's name. */
  public String name() {
    return name;
  }

  /** A client with the rights of this node's kubelet. */
  public KubernetesClient kubeletClient() {
    return kubelet;
  }

  /** The Pods of this node that are not removed, and those without a node. */
  public Collection<NodePod> pods() {
    return List.copyOf(pods.values());
  }

  /** Stops playing, waits until all threads have ended, and removes the Node. */
  @Override
  public void close() {
    if (informer != null) {
      informer.stop();
    }
    threads.shutdownNow();
    threads.close();
    admin.nodes().withName(name).delete();
    scheduler.close();
    kubelet.close();
  }

  private final class Handler implements ResourceEventHandler<Pod> {
    private final PodRuntime runtime;

    Handler(PodRuntime runtime) {
      this.runtime = runtime;
    }

    @Override
    public void onAdd(Pod pod) {
      if (!isOurs(pod)) {
        return;
      }
      NodePod seen = new NodePod(pod, api, Clock.systemUTC());
      if (pods.putIfAbsent(pod.getMetadata().getUid(), seen) == null) {
        threads.execute(() -> play(seen, runtime));
      }
    }

    @Override
    public void onUpdate(Pod old, Pod pod) {
      NodePod known = pods.get(pod.getMetadata().getUid());
      if (known != null) {
        known.observe(pod);
      } else {
        onAdd(pod);
      }
    }

    @Override
    public void onDelete(Pod pod, boolean stateUnknown) {
      NodePod known = pods.remove(pod.getMetadata().getUid());
      if (known != null) {
        known.observeRemoval();
      }
    }
  }

  private boolean isOurs(Pod pod) {
    String node = pod.getSpec().getNodeName();
    return Utils.isNullOrEmpty(node)
        ? pod.getMetadata().getDeletionTimestamp() == null
        : node.equals(name);
  }

  private void play(NodePod pod, PodRuntime runtime) {
    try {
      if (!pod.isFinal()) {
        runtime.run(pod);
      }
      CompletableFuture.anyOf(pod.deletion(), pod.removal()).get();
      if (pod.isBound() && !pod.removal().isDone()) {
        pod.remove();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (PodGoneException e) {
      LOG.log(Level.DEBUG, e.getMessage());
    } catch (Exception e) {
      LOG.log(Level.ERROR, "playing Pod " + pod.key() + " failed", e);
    }
  }
}
