package dev.groma.cluster.node;

import org.jspecify.annotations.Nullable;

/**
 * One container of a Pod as of now.
 *
 * @param name name in the Pod's spec
 * @param state state
 * @param last how the start before this one ended, absent at the first
 * @param restarts number of starts after the first
 */
public record ContainerReport(
    String name, ContainerState state, ContainerState.@Nullable Terminated last, int restarts) {

  /** A container that was never restarted. */
  public ContainerReport(String name, ContainerState state) {
    this(name, state, null, 0);
  }
}
