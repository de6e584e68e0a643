package dev.groma.cluster.platform;

import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.SourceTree;
import dev.groma.cluster.await.Await;
import dev.groma.cluster.charts.GoTool;
import dev.groma.cluster.charts.Helm;
import dev.groma.cluster.charts.Release;
import dev.groma.cluster.faults.TrickleProxy;
import dev.groma.cluster.objectstore.ObjectStore;
import dev.groma.cluster.process.Leash;
import dev.groma.cluster.program.Output;
import dev.groma.cluster.program.Program;
import dev.groma.cluster.realnode.RealNode;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A real node with Groma on it; an S3 server is outside of the cluster. Every namespace enforces
 * the restricted Pod Security Standard.
 */
public final class Platform implements AutoCloseable {

  /** The namespace of the operators. */
  public static final String HOME = "groma-system";

  /** The namespace whose jobs are run. */
  public static final String JOBS = "plans";

  /** The release of the CRDs. */
  public static final Release CRDS = Release.crds("");

  private static final String KUBECTL_IMAGE = "groma.test/kubectl:1";

  private final RealNode node;
  private final KubernetesClient client;
  private final ObjectStore store;
  private final TrickleProxy s3;

  private Platform(RealNode node) {
    this.node = node;
    client = node.cluster().client();
    store = ObjectStore.start();
    s3 = new TrickleProxy(InetAddress.ofLiteral(node.outsideAddress()), store.endpoint().getPort());
  }

  /**
   * Installs Groma as docs/install.md says.
   *
   * @param node a fresh one, closed by the caller
   */
  public static Platform on(RealNode node) {
    var platform = new Platform(node);
    platform.install();
    return platform;
  }

  private void install() {
    new Program(SourceTree.root().resolve("images/write"))
        .run(List.of("--if-older"), "", line -> System.err.println(line))
        .success();
    node.addImage(image("groma-operator"));
    node.addImage(image("groma-runner"));
    node.addProgram(KUBECTL_IMAGE, GoTool.KUBECTL.path());
    createNamespace(HOME);
    createNamespace(JOBS);
    helm("install", CRDS).success();
    helm("install", main(), "--wait", "--timeout=4m").success();
  }

  private static Path image(String name) {
    Path folder = SourceTree.root().resolve("images/target");
    try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, name + "-*.tar")) {
      Iterator<Path> found = archives.iterator();
      if (found.hasNext()) {
        return found.next();
      }
    } catch (NoSuchFileException none) {
      // as if it were empty
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "no %s-*.tar in %s; `make images` makes both".formatted(name, folder));
  }

  /** What it runs on. */
  public RealNode node() {
    return node;
  }

  /** The client of an admin. */
  public KubernetesClient client() {
    return client;
  }

  /** What runners take for S3. */
  public ObjectStore objects() {
    return store;
  }

  /** What stands between runners and S3. */
  public TrickleProxy s3() {
    return s3;
  }

  /** The release that runs the jobs of {@link #JOBS}. */
  public Release main() {
    return Release.groma(HOME, values(JOBS));
  }

  /**
   * Values of a release on this node and with its S3.
   *
   * @param namespaces of its jobs, with commas
   */
  public String values(String namespaces) {
    return """
    watchNamespaces: [%s]
    s3: {endpoint: "http://%s:%d", region: us-east-1, pathStyle: true, existingSecret: s3-keys}
    networkPolicy: {s3: {ports: [%3$d]}}
    tests: {image: "%4$s"}
    """
        .formatted(namespaces, node.outsideAddress(), s3.port(), KUBECTL_IMAGE);
  }

  /** Makes a namespace that enforces the restricted Pod Security Standard, with keys to S3. */
  public void createNamespace(String name) {
    client
        .resource(
            new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                .endMetadata()
                .build())
        .create();
    Secret keys =
        new SecretBuilder()
            .withNewMetadata()
            .withName("s3-keys")
            .withNamespace(name)
            .endMetadata()
            .addToStringData("AWS_ACCESS_KEY_ID", ObjectStore.ACCESS_KEY)
            .addToStringData("AWS_SECRET_ACCESS_KEY", ObjectStore.SECRET_KEY)
            .build();
    client.resource(keys).create();
    Await.until(
        "Pods to be possible in " + name,
        () -> client.serviceAccounts().inNamespace(name).withName("default").get() != null);
  }

  /** {@code helm COMMAND RELEASE ...}. */
  public Output helm(String command, Release release, String... more) {
    return Helm.ofThisJvm().on(node.cluster().kubeconfig(), command, release, more);
  }

  /** {@code kubectl ...} as an admin; its standard output. */
  public String kubectl(String... words) {
    Kubeconfig admin = node.cluster().kubeconfig();
    Path cache = Leash.ofThisJvm().newFolder("kubectl");
    List<String> arguments =
        new ArrayList<>(List.of("--kubeconfig=" + admin.path(), "--cache-dir=" + cache));
    arguments.addAll(List.of(words));
    return new Program(GoTool.KUBECTL.path()).run(arguments).success();
  }

  /** Ends what stands for S3. */
  @Override
  public void close() {
    s3.close();
    store.close();
  }
}
