package dev.groma.cluster.local;

import dev.groma.cluster.ControlPlane;
import dev.groma.cluster.junit.ClusterTest;
import dev.groma.cluster.junit.TestNamespace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests each of which has a {@link ShellNode} of its own, in every isolation that there is. */
@ClusterTest
@ParameterizedClass
@EnumSource(Isolation.class)
abstract class ShellNodeTest {

  @Parameter Isolation isolation;

  ShellNode node;

  @BeforeEach
  void startNode(ControlPlane cluster, TestNamespace namespace) {
    node = ShellNode.start(cluster, namespace.name(), isolation);
  }

  @AfterEach
  void stopNode() {
    node.close();
  }
}
