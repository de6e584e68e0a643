/**
 * A real Kubernetes node on one Linux machine: kubelet, containerd, runc, scheduler, kube-proxy,
 * DNS and enforced NetworkPolicies beside the control plane, in namespaces of their own.
 *
 * <p>The <em>sandbox</em> is a process namespace with mounts and a network of its own. Containers,
 * the shims that hold them, their mounts and their network end with its first process, whichever
 * way that goes, so nothing stays behind that the kernel does not remove itself, but empty cgroups:
 * those the next node removes. A <em>link</em> leads from this machine's network to the sandbox's.
 *
 * <p>It needs root. Programs come from {@code cluster/node/build}, and from the system's packages
 * through {@code cluster/node/install}.
 *
 * <p>Entry class: {@link dev.groma.cluster.realnode.RealNode}.
 */
@NullMarked
package dev.groma.cluster.realnode;

import org.jspecify.annotations.NullMarked;
