package dev.groma.cluster.node;

import dev.groma.cluster.await.Await;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.OptionalInt;

/** Registers a Node and keeps it Ready by renewing its Lease, as a kubelet does. */
final class Heartbeat {
  /** A kubelet's default; the node lifecycle controller waits for 50 s. */
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final int LEASE_SECONDS = 40;

  private final KubernetesClient client;
  private final String node;
  private final OptionalInt serverPort;

  Heartbeat(KubernetesClient client, String node, OptionalInt serverPort) {
    this.client = client;
    this.node = node;
    this.serverPort = serverPort;
  }

  /** Creates Node and Lease; the namespace of Leases may appear a moment after the start. */
  void register() {
    Await.until("node " + node + " to be registered", this::tryRegister);
  }

  private boolean tryRegister() {
    try {
      create(client.nodes().resource(node()));
      create(leases().resource(lease()));
      return true;
    } catch (KubernetesClientException e) {
      return false;
    }
  }

  private static void create(Resource<?> resource) {
    try {
      resource.create();
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
        throw e;
      }
    }
  }

  /** Renews until the thread is interrupted. */
  void beat() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        try {
          String patch = "{\"spec\":{\"renewTime\":\"%s\"}}".formatted(now());
          leases().withName(node).patch(PatchContext.of(PatchType.JSON_MERGE), patch);
        } catch (KubernetesClientException e) {
          // the API server is away; the next beat tells
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Node node() {
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    var resources =
        Map.of(
            "cpu", new Quantity("64"),
            "memory", new Quantity("256Gi"),
            "pods", new Quantity("10000"));
    var builder =
        new NodeBuilder()
            .withNewMetadata()
            .withName(node)
            .addToLabels("kubernetes.io/hostname", node)
            .addToLabels("kubernetes.io/os", "linux")
            .endMetadata()
            .withNewStatus()
            .withCapacity(resources)
            .withAllocatable(resources)
            .addNewAddress("127.0.0.1", "InternalIP")
            .addNewCondition()
            .withType("Ready")
            .withStatus("True")
            .withReason("KubeletReady")
            .withMessage("a double plays the kubelet")
            .withLastHeartbeatTime(now)
            .withLastTransitionTime(now)
            .endCondition()
            .endStatus();
    serverPort.ifPresent(port ->
        builder
            .editStatus()
            .withNewDaemonEndpoints()
            .withNewKubeletEndpoint(port)
            .endDaemonEndpoints()
            .endStatus());
    return builder.build();
  }

  private NonNamespaceOperation<Lease, LeaseList, Resource<Lease>> leases() {
    return client.leases().inNamespace("kube-node-lease");
  }

  private Lease lease() {
    return new LeaseBuilder()
        .withNewMetadata()
        .withName(node)
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(node)
        .withLeaseDurationSeconds(LEASE_SECONDS)
        .withRenewTime(now())
        .endSpec()
        .build();
  }

  private static ZonedDateTime now() {
    return ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
