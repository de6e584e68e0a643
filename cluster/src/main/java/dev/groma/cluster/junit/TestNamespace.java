package dev.groma.cluster.junit;

import dev.groma.cluster.ControlPlane;

/**
 * A namespace of one test.
 *
 * @param name its name
 * @param cluster the control plane it is in
 */
public record TestNamespace(String name, ControlPlane cluster) implements AutoCloseable {

  /** Asks for its deletion and does not wait for it. */
  @Override
  public void close() {
    cluster.client().namespaces().withName(name).delete();
  }

  @Override
  public String toString() {
    return name;
  }
}
