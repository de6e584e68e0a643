package dev.groma.e2e.bridge;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests each of which has a {@link BridgeArena} of its own. */
@ClusterTest
abstract class BridgeArenaTest {

  private final int maxReceives;

  BridgeArena arena;

  BridgeArenaTest() {
    this(3);
  }

  /** In arenas whose queue gives a message up after so many receives. */
  BridgeArenaTest(int maxReceives) {
    this.maxReceives = maxReceives;
  }

  @BeforeEach
  void openArena(ControlPlane cluster, TestNamespace namespace) {
    arena = new BridgeArena(cluster, namespace.name(), maxReceives);
  }

  @AfterEach
  void closeArena() {
    arena.close();
  }
}
