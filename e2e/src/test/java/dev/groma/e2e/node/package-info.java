/**
 * Both charts and both images on a real node: kubelet, containerd, scheduler, DNS, enforced
 * NetworkPolicies.
 *
 * <p>The {@link dev.groma.cluster.platform.Platform} is the node of this JVM with Groma on it. A
 * <em>waiting job</em> fetches its walls from there through a {@link
 * dev.groma.cluster.faults.TrickleProxy} that is held: its runner is at work until the test
 * releases it.
 *
 * <p>Entry class: {@link dev.groma.e2e.node.Jobs}.
 */
@NullMarked
package dev.groma.e2e.node;

import org.jspecify.annotations.NullMarked;
