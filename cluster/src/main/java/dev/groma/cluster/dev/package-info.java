/**
 * {@code make dev}: a control plane, process pods and the operator in one terminal; Ctrl-C leaves
 * nothing behind.
 *
 * <p>Entry class: {@link dev.groma.cluster.dev.DevCluster}, started by {@code cluster/dev}.
 */
@NullMarked
package dev.groma.cluster.dev;

import org.jspecify.annotations.NullMarked;
