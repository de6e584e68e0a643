package dev.groma.cluster.realnode;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.Kubeconfig;
import dev.groma.cluster.pki.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration files of a node's programs. */
final class NodeFiles {
  /** Where Pods have their addresses; kube-proxy tells them from others by it. */
  static final String POD_NETWORK = "10.68.0.0/16";

  /** Where containerd answers, within the sandbox. */
  static final String CONTAINERD_SOCKET = "/run/containerd/containerd.sock";

  static final String PAUSE = "groma.test/pause:1";

  private final Path folder;

  NodeFiles(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  void writeContainerd(Path cniPlugins) throws IOException {
    Files.createDirectories(path("cni"));
    Files.writeString(
        path("containerd.toml"),
        """
        version = 2
        [grpc]
          address = "%s"
        [plugins."io.containerd.internal.v1.opt"]
          path = "/var/lib/containerd-opt"
        [plugins."io.containerd.grpc.v1.cri"]
          sandbox_image = "%s"
          # Where root lacks CAP_SYS_RESOURCE, no sandbox would start otherwise.
          restrict_oom_score_adj = true
          [plugins."io.containerd.grpc.v1.cri".cni]
            bin_dir = "%s"
            conf_dir = "%s"
        """
            .formatted(CONTAINERD_SOCKET, PAUSE, cniPlugins, path("cni")));
    Files.writeString(
        path("cni").resolve("10-groma.conflist"),
        // ptp rather than a bridge: packets between two Pods are routed, so policies see them.
        """
        {"cniVersion": "1.0.0", "name": "groma", "plugins": [
          {"type": "ptp", "ipMasq": true, "ipam": {
            "type": "host-local",
            "ranges": [[{"subnet": "10.68.0.0/24"}]],
            "routes": [{"dst": "0.0.0.0/0"}]}}]}
        """);
  }

  void writeKubelet(ControlPlane cluster, String node, String address, String cgroupRoot)
      throws IOException {
    Identity server = cluster.pki().node(node);
    Files.writeString(path("kubelet.crt"), server.certificatePem());
    Files.writeString(path("kubelet.key"), server.keyPem());
    Files.writeString(path("resolv.conf"), "");
    Files.writeString(
        path("kubelet.yaml"),
        """
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        failCgroupV1: false
        failSwapOn: false
        cgroupDriver: cgroupfs
        cgroupRoot: %s
        containerRuntimeEndpoint: unix://%s
        authentication:
          anonymous: {enabled: false}
          webhook: {enabled: false}
          x509: {clientCAFile: %s}
        # The API server alone has a certificate of that authority.
        authorization: {mode: AlwaysAllow}
        clusterDomain: cluster.local
        clusterDNS: [10.0.0.10]
        address: %s
        tlsCertFile: %s
        tlsPrivateKeyFile: %s
        resolvConf: %s
        # A node that goes is noticed soon: see the flags of the controller manager.
        nodeStatusUpdateFrequency: 2s
        nodeLeaseDurationSeconds: 8
        # What a Pod writes is noticed soon, too.
        volumeStatsAggPeriod: 1s
        # Images are never pulled here, so none may be thrown away.
        imageGCHighThresholdPercent: 100
        evictionHard:
          memory.available: 64Mi
          nodefs.available: 1%%
          nodefs.inodesFree: 1%%
          imagefs.available: 1%%
        """
            .formatted(
                cgroupRoot,
                CONTAINERD_SOCKET,
                cluster.folder().resolve("pki/node-ca.crt"),
                address,
                path("kubelet.crt"),
                path("kubelet.key"),
                path("resolv.conf")));
  }

  void writeProxy(Kubeconfig rights, String node, String address) throws IOException {
    Files.writeString(
        path("kube-proxy.yaml"),
        """
        apiVersion: kubeproxy.config.k8s.io/v1alpha1
        kind: KubeProxyConfiguration
        mode: nftables
        clusterCIDR: %s
        bindAddress: %s
        healthzBindAddress: 127.0.0.1:10256
        metricsBindAddress: 127.0.0.1:10249
        clientConnection: {kubeconfig: %s}
        hostnameOverride: %s
        # The sizes of the connection table are the machine's, not this network's.
        conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
        """
            .formatted(POD_NETWORK, address, rights.path(), node));
  }
}
