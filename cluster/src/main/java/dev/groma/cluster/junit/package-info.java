/**
 * JUnit: one control plane for all tests of a JVM, a fresh namespace for each of them, golden
 * files.
 *
 * <pre>{@code
 * @ClusterTest
 * class LayoutJobTest {
 *   @Test
 *   void runsToComplete(ControlPlane cluster, TestNamespace namespace) { ... }
 * }
 * }</pre>
 *
 * <p>A test that stops components, or needs options of its own, starts a control plane of its own
 * instead: {@link dev.groma.cluster.ControlPlane#start()}.
 *
 * <p>Entry class: {@link dev.groma.cluster.junit.ClusterTest}.
 */
@NullMarked
package dev.groma.cluster.junit;

import org.jspecify.annotations.NullMarked;
