package dev.groma.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports on 127.0.0.1.
 *
 * <p>They are drawn below 32768, where Linux's ephemeral range begins, so that no outgoing
 * connection takes one between our look and the component's bind, or while a component is stopped.
 * Another server still may; whoever starts a component on them tries again with others.
 *
 * @param etcdClient port of etcd for clients
 * @param etcdPeer port of etcd for peers
 * @param apiServer port of the API server
 */
record Ports(int etcdClient, int etcdPeer, int apiServer) {
  private static final int LOWEST = 20_000;
  private static final int EPHEMERAL = 32_768;

  /** Those that everyone knows, for a network that nobody else uses. */
  static Ports usual() {
    return new Ports(2379, 2380, 6443);
  }

  static Ports pick() {
    Set<Integer> free = new LinkedHashSet<>();
    for (int tries = 0; free.size() < 3; tries++) {
      if (tries == 1_000) {
        throw new ControlPlaneException("no three free ports on 127.0.0.1 in 1,000 tries");
      }
      int port = ThreadLocalRandom.current().nextInt(LOWEST, EPHEMERAL);
      if (isFree(port)) {
        free.add(port);
      }
    }
    var ports = free.iterator();
    return new Ports(ports.next(), ports.next(), ports.next());
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
