/**
 * A node without a machine: what scheduler and kubelet tell the API server, with something else in
 * the place of containers.
 *
 * <p>{@link dev.groma.cluster.node.NodeDouble} registers a Node, renews its Lease, and gives every
 * Pod a thread of its own in which a {@link dev.groma.cluster.node.PodRuntime} plays it, from first
 * sight to its end, through {@link dev.groma.cluster.node.NodePod}. It speaks to the API server as
 * {@code system:kube-scheduler} and {@code system:node:NAME}, under the same authorization as the
 * real ones, so requests of the product can be told apart in the audit log.
 *
 * <p>Terms: a Pod is <em>bound</em> when it has a node; <em>final</em> when its phase is Succeeded
 * or Failed; <em>removed</em> when its object is gone.
 *
 * <p>Entry class: {@link dev.groma.cluster.node.NodeDouble}.
 */
@NullMarked
package dev.groma.cluster.node;

import org.jspecify.annotations.NullMarked;
