package dev.groma.e2e.chaos;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests each of which has an {@link Arena} of its own. */
@ClusterTest
abstract class ArenaTest {

  Arena arena;

  @BeforeEach
  void openArena(ControlPlane cluster, TestNamespace namespace) {
    arena = new Arena(cluster, namespace.name());
  }

  @AfterEach
  void closeArena() {
    arena.close();
  }
}
