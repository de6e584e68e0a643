package dev.groma.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the three programs. */
final class CommandLines {
  /** What the Job API needs to be whole: see kube-controller-manager's {@code --controllers}. */
  private static final List<String> CONTROLLERS =
      List.of(
          "clusterrole-aggregation-controller",
          "garbage-collector-controller",
          "job-controller",
          "namespace-controller",
          "node-lifecycle-controller",
          "pod-garbage-collector-controller",
          "resourcequota-controller",
          "root-ca-certificate-publisher-controller",
          "serviceaccount-controller",
          "serviceaccount-token-controller",
          "taint-eviction-controller",
          "ttl-after-finished-controller",
          "validatingadmissionpolicy-status-controller");

  private final Binaries binaries;
  private final Path folder;
  private final Ports ports;
  private final String address;

  CommandLines(Binaries binaries, Path folder, Ports ports, String address) {
    this.binaries = binaries;
    this.folder = folder;
    this.ports = ports;
    this.address = address;
  }

  List<String> etcd() {
    String client = "https://%s:%d".formatted(address, ports.etcdClient());
    String peer = "https://%s:%d".formatted(address, ports.etcdPeer());
    return List.of(
        program("etcd"),
        "--data-dir=" + folder.resolve("etcd"),
        "--unsafe-no-fsync",
        "--listen-client-urls=" + client,
        "--advertise-client-urls=" + client,
        "--listen-peer-urls=" + peer,
        "--initial-advertise-peer-urls=" + peer,
        "--initial-cluster=default=" + peer,
        // Whoever can write to etcd is cluster admin, so other users of this machine must not.
        "--client-cert-auth",
        "--trusted-ca-file=" + pki("etcd-ca.crt"),
        "--cert-file=" + pki("etcd.crt"),
        "--key-file=" + pki("etcd.key"),
        "--peer-client-cert-auth",
        "--peer-trusted-ca-file=" + pki("etcd-ca.crt"),
        "--peer-cert-file=" + pki("etcd.crt"),
        "--peer-key-file=" + pki("etcd.key"),
        "--log-level=warn");
  }

  List<String> apiServer(List<String> more) {
    var command =
        new ArrayList<>(
            List.of(
                program("kube-apiserver"),
                "--bind-address=" + address,
                "--secure-port=" + ports.apiServer(),
                "--cert-dir=" + pki(""),
                "--tls-cert-file=" + pki("apiserver.crt"),
                "--tls-private-key-file=" + pki("apiserver.key"),
                "--client-ca-file=" + pki("ca.crt"),
                "--etcd-servers=https://%s:%d".formatted(address, ports.etcdClient()),
                "--etcd-cafile=" + pki("etcd-ca.crt"),
                "--etcd-certfile=" + pki("etcd.crt"),
                "--etcd-keyfile=" + pki("etcd.key"),
                "--kubelet-certificate-authority=" + pki("node-ca.crt"),
                "--kubelet-client-certificate=" + pki("node-client.crt"),
                "--kubelet-client-key=" + pki("node-client.key"),
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-signing-key-file=" + pki("service-account.key"),
                "--service-account-key-file=" + pki("service-account.pub"),
                "--service-cluster-ip-range=10.0.0.0/24",
                // A Service may not point to a loopback address.
                "--endpoint-reconciler-type=none",
                "--authorization-mode=Node,RBAC",
                "--enable-admission-plugins=NodeRestriction",
                "--allow-privileged=true",
                "--audit-policy-file=" + folder.resolve("audit-policy.yaml"),
                "--audit-log-path=" + folder.resolve("audit.log"),
                // AuditLog relies on it: an event is in the file before the request goes on.
                "--audit-log-mode=blocking",
                "--audit-log-maxsize=1000000",
                "--profiling=false"));
    command.addAll(more);
    return command;
  }

  List<String> controllerManager(List<String> moreControllers, List<String> more) {
    var controllers = new ArrayList<>(CONTROLLERS);
    controllers.addAll(moreControllers);
    var command =
        new ArrayList<>(
            List.of(
                program("kube-controller-manager"),
                "--kubeconfig=" + folder.resolve("controller-manager.kubeconfig"),
                "--secure-port=0",
                "--leader-elect=false",
                "--use-service-account-credentials",
                "--service-account-private-key-file=" + pki("service-account.key"),
                "--root-ca-file=" + pki("ca.crt"),
                "--controllers=" + String.join(",", controllers),
                "--concurrent-job-syncs=20",
                "--kube-api-qps=200",
                "--kube-api-burst=400"));
    command.addAll(more);
    return command;
  }

  private String program(String name) {
    return binaries.program(name).toString();
  }

  private String pki(String name) {
    return folder.resolve("pki").resolve(name).toString();
  }
}
