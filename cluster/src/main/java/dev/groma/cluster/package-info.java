/**
 * A real Kubernetes control plane for tests and for trying things out: etcd, kube-apiserver and
 * kube-controller-manager as child processes on 127.0.0.1, with free ports, certificates of their
 * own and a data folder of their own, all gone when the JVM is.
 *
 * <pre>{@code
 * try (ControlPlane cluster = ControlPlane.start()) {
 *   cluster.applyCrds(Path.of("crds"));
 *   String namespace = cluster.createNamespace("demo");
 *   cluster.client().pods().inNamespace(namespace).list();
 * }
 * }</pre>
 *
 * <p>There is no kubelet: Pods are played by {@code dev.groma.cluster.scripted} (any outcome on
 * demand) or {@code dev.groma.cluster.local} (really starts the command as a local process). Tests
 * share one control plane per JVM through {@code dev.groma.cluster.junit}.
 *
 * <p>Terms: <em>component</em>, one of the three programs; <em>admin</em>, a user of the group
 * {@code system:masters}, whom RBAC does not bind.
 *
 * <p>Entry class: {@link dev.groma.cluster.ControlPlane}.
 */
@NullMarked
package dev.groma.cluster;

import org.jspecify.annotations.NullMarked;
