package dev.groma.cluster;

import dev.groma.cluster.pki.CertificateAuthority;
import dev.groma.cluster.pki.Identity;
import dev.groma.cluster.pki.SigningKey;
import dev.groma.cluster.pki.TlsContexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Keys and certificates of one control plane, as files under {@code pki/} of its folder.
 *
 * <p>etcd and the nodes have authorities of their own: a user of Kubernetes must be none of theirs.
 */
public final class ClusterPki {
  private final CertificateAuthority users;
  private final CertificateAuthority nodes;
  private final CertificateAuthority etcdUsers;
  private final Identity etcd;
  private final String address;

  private ClusterPki(
      CertificateAuthority users,
      CertificateAuthority nodes,
      CertificateAuthority etcdUsers,
      Identity etcd,
      String address) {
    this.users = users;
    this.nodes = nodes;
    this.etcdUsers = etcdUsers;
    this.etcd = etcd;
    this.address = address;
  }

  static ClusterPki create(Path folder, String address) throws IOException {
    var users = CertificateAuthority.create("groma-test-ca");
    var nodes = CertificateAuthority.create("groma-test-node-ca");
    Identity nodeClient = nodes.issueClient("kube-apiserver-kubelet-client", List.of());
    var etcdUsers = CertificateAuthority.create("groma-test-etcd-ca");
    Identity apiServer =
        users.issueServer(
            "kube-apiserver",
            List.of("kubernetes", "kubernetes.default", "kubernetes.default.svc"),
            List.of("10.0.0.1", address));
    Identity etcd = etcdUsers.issueServer("etcd", List.of(), List.of(address));
    SigningKey tokens = SigningKey.create();
    Path pki = Files.createDirectory(folder.resolve("pki"));
    Files.writeString(pki.resolve("ca.crt"), users.self().certificatePem());
    Files.writeString(pki.resolve("apiserver.crt"), apiServer.certificatePem());
    Files.writeString(pki.resolve("apiserver.key"), apiServer.keyPem());
    Files.writeString(pki.resolve("node-ca.crt"), nodes.self().certificatePem());
    Files.writeString(pki.resolve("node-client.crt"), nodeClient.certificatePem());
    Files.writeString(pki.resolve("node-client.key"), nodeClient.keyPem());
    Files.writeString(pki.resolve("etcd-ca.crt"), etcdUsers.self().certificatePem());
    Files.writeString(pki.resolve("etcd.crt"), etcd.certificatePem());
    Files.writeString(pki.resolve("etcd.key"), etcd.keyPem());
    Files.writeString(pki.resolve("service-account.key"), tokens.privatePem());
    Files.writeString(pki.resolve("service-account.pub"), tokens.publicPem());
    return new ClusterPki(users, nodes, etcdUsers, etcd, address);
  }

  /** A client certificate of a user of Kubernetes. */
  Identity client(String user, List<String> groups) {
    return users.issueClient(user, groups);
  }

  /**
   * A key and a certificate for a server on 127.0.0.1 that stands for the API server: its clients
   * trust both alike.
   */
  public Identity apiServer() {
    return users.issueServer("kube-apiserver", List.of(), List.of());
  }

  /**
   * TLS for a server that stands for a kubelet's: a certificate for 127.0.0.1, and only the API
   * server is let in as a client.
   */
  public SSLContext nodeTls() {
    return TlsContexts.of(nodes.self(), nodes.issueServer("node", List.of(), List.of()));
  }

  /**
   * A key and a certificate for the kubelet of a node of this name at the place of the control
   * plane.
   */
  public Identity node(String name) {
    return nodes.issueServer(name, List.of(name), List.of(address));
  }

  /** The authority that the API server's clients trust, in PEM. */
  public String caPem() {
    return users.self().certificatePem();
  }

  /** Asks the API server's health endpoints. */
  Probe apiServerProbe(Identity admin, int port) {
    return new Probe("https://%s:%d/readyz".formatted(address, port), users.self(), admin);
  }

  Probe etcdProbe(int port) {
    return new Probe("https://%s:%d/readyz".formatted(address, port), etcdUsers.self(), etcd);
  }
}
