package dev.groma.cluster;

import dev.groma.cluster.audit.AuditLog;
import dev.groma.cluster.pki.Identity;
import dev.groma.cluster.process.Leash;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running control plane. All methods may be called from any thread; stopping and starting its
 * components is for one thread at a time.
 */
public final class ControlPlane implements AutoCloseable {
  private static final int PORT_TRIES = 5;

  private final Path folder;
  private final String server;
  private final ClusterPki pki;
  private final Users users;
  private final Kubeconfig admin;
  private final Processes processes;
  private final AuditLog auditLog;
  private final AtomicInteger namespaces = new AtomicInteger();
  private @Nullable KubernetesClient client;

  private ControlPlane(ControlPlaneOptions options, Binaries binaries, Ports ports)
      throws IOException {
    folder = Leash.ofThisJvm().newFolder("control-plane");
    Place place = options.place();
    server = "https://%s:%d".formatted(place.address(), ports.apiServer());
    pki = ClusterPki.create(folder, place.address());
    users = new Users(folder, server, pki.caPem());
    Identity adminIdentity = pki.client("admin", List.of("system:masters"));
    admin = users.write("admin", adminIdentity);
    users.write("controller-manager", pki.client("system:kube-controller-manager", List.of()));
    Files.writeString(
        folder.resolve("audit-policy.yaml"),
        """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules: [{level: %s}]
        """
            .formatted(options.auditLevel().policyName()));
    auditLog = new AuditLog(folder.resolve("audit.log"));

    processes =
        new Processes(
            options,
            new CommandLines(binaries, folder, ports, place.address()),
            folder,
            pki.etcdProbe(ports.etcdClient()),
            pki.apiServerProbe(adminIdentity, ports.apiServer()));
  }

  /** Starts one with the default options; see {@link #start(ControlPlaneOptions)}. */
  public static ControlPlane start() {
    return start(ControlPlaneOptions.defaults());
  }

  /**
   * Starts a control plane and returns when it is ready and its controllers run.
   *
   * @throws ControlPlaneException when there are no programs to run, or one of them ends; the
   *     message says what to do
   */
  public static ControlPlane start(ControlPlaneOptions options) {
    return start(options, options.place().entry().isEmpty() ? Ports::pick : Ports::usual);
  }

  /** The same on these ports, the next of which are tried when one is taken. */
  static ControlPlane start(ControlPlaneOptions options, Supplier<Ports> ports) {
    Binaries binaries = Binaries.find();
    for (int tries = 1; ; tries++) {
      ControlPlane cluster = create(options, binaries, ports.get());
      try {
        cluster.startAll(options);
        return cluster;
      } catch (Component.AddressInUse e) {
        cluster.close();
        if (tries == PORT_TRIES) {
          throw new ControlPlaneException(e.getMessage() + ", " + tries + " times in a row", e);
        }
      } catch (RuntimeException e) {
        cluster.close();
        throw e;
      }
    }
  }

  private static ControlPlane create(ControlPlaneOptions options, Binaries binaries, Ports ports) {
    try {
      return new ControlPlane(options, binaries, ports);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare a control plane", e);
    }
  }

  private void startAll(ControlPlaneOptions options) {
    processes.startServers();
    client = admin.newClient("groma-test-admin");
    options.crds().forEach(this::applyCrds);
    startControllerManager();
  }

  /** The API server's address, such as {@code https://127.0.0.1:PORT}. */
  public String server() {
    return server;
  }

  /** The kubeconfig of an admin. */
  public Kubeconfig kubeconfig() {
    return admin;
  }

  /** The client of an admin, closed together with this control plane. */
  public KubernetesClient client() {
    return Objects.requireNonNull(client, "the control plane has not started");
  }

  /** Every request that the API server has seen. */
  public AuditLog auditLog() {
    return auditLog;
  }

  /**
   * Holds the logs ({@code kube-apiserver.log} and so on) as long as this control plane is open.
   */
  public Path folder() {
    return folder;
  }

  /**
   * A kubeconfig for a user that RBAC knows by this name and these groups.
   *
   * @param user name, for example {@code jane}
   * @param groups groups beside {@code system:authenticated}
   */
  public Kubeconfig kubeconfigOfUser(String user, String... groups) {
    return users.write(user, pki.client(user, List.of(groups)));
  }

  /**
   * A kubeconfig with a token of a ServiceAccount, valid for a day; the user is {@code
   * system:serviceaccount:NAMESPACE:NAME}. An operator is tested under its production RBAC this
   * way.
   *
   * @param namespace of the ServiceAccount, which must exist
   * @param name of the ServiceAccount
   */
  public Kubeconfig kubeconfigOfServiceAccount(String namespace, String name) {
    return users.writeServiceAccount(client(), namespace, name);
  }

  /** Keys and certificates of its servers, and for those that stand for them. */
  public ClusterPki pki() {
    return pki;
  }

  /**
   * Applies the CustomResourceDefinitions of a file or of all YAML and JSON files of a folder, and
   * waits until they are served.
   */
  public void applyCrds(Path fileOrFolder) {
    new Crds(client()).apply(fileOrFolder);
  }

  /**
   * Creates a namespace that no one else has and waits until Pods can be created in it.
   *
   * @param prefix start of its name
   * @return its name
   */
  public String createNamespace(String prefix) {
    String name = prefix + "-" + namespaces.incrementAndGet();
    new Namespaces(client()).create(name);
    return name;
  }

  /** How many objects of a kind a namespace has; it reads one of them at most. */
  public long count(Class<? extends HasMetadata> kind, String namespace) {
    var page =
        client()
            .resources(kind)
            .inNamespace(namespace)
            .list(new ListOptionsBuilder().withLimit(1L).build());
    // Where nothing remains, the API server says nothing.
    Long rest = page.getMetadata().getRemainingItemCount();
    return page.getItems().size() + (rest == null ? 0 : rest);
  }

  /** Stops etcd in order; its data stay. Does nothing when it is stopped. */
  public void stopEtcd() {
    processes.stopEtcd();
  }

  /** Starts etcd with its data and port, and waits until it answers. */
  public void startEtcd() {
    processes.startEtcd();
  }

  /** Stops the API server in order: requests that have begun are answered, watches are cut. */
  public void stopApiServer() {
    processes.stopApiServer();
    auditLog.serverEnded();
  }

  /** Kills the API server at once: connections break in the middle of an answer. */
  public void killApiServer() {
    processes.killApiServer();
    auditLog.serverEnded();
  }

  /** Starts the API server on its old port and waits until it is ready. */
  public void startApiServer() {
    processes.startApiServer();
  }

  /** Stops the controller manager: Jobs make no Pods, nothing is collected. */
  public void stopControllerManager() {
    processes.stopControllerManager();
  }

  /** Starts the controller manager and waits until its controllers act. */
  public void startControllerManager() {
    processes.startControllerManager();
    new Namespaces(client()).awaitUsable("default");
  }

  /** Kills everything and waits for its end. */
  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
    processes.close();
    Leash.ofThisJvm().remove(folder);
  }
}
