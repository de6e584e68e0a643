/**
 * Pods whose containers are local processes: what a kubelet does for the Pods of a Job, without
 * images and without cgroups.
 *
 * <p>A container's image stands for a {@linkplain dev.groma.cluster.local.LocalImage local
 * command}. The process gets the container's arguments, environment (with {@code valueFrom} and
 * {@code $(NAME)}), volumes (emptyDir, configMap, secret, downwardAPI, projected with
 * ServiceAccount tokens), termination log, SIGTERM and grace period; init containers, restart
 * policies and {@code activeDeadlineSeconds} work as documented by Kubernetes. Not there: limits,
 * probes, lifecycle hooks, other volumes, users, networks of their own, refreshed ConfigMaps.
 *
 * <p>A container expects its volumes at absolute paths. {@link
 * dev.groma.cluster.local.Isolation#MOUNTS} puts them there in a mount namespace; where the machine
 * does not allow that, {@link dev.groma.cluster.local.Isolation#TRANSLATION} rewrites the paths in
 * arguments and environment.
 *
 * <p>Entry class: {@link dev.groma.cluster.local.ProcessPods}.
 */
@NullMarked
package dev.groma.cluster.local;

import org.jspecify.annotations.NullMarked;
