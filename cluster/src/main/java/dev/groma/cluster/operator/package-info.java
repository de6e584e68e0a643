/**
 * The packaged operator as a process of its own, for tests that kill it and for measurements.
 *
 * <pre>{@code
 * Kubeconfig rights = OperatorRights.production(cluster, namespace);
 * try (var operator = OperatorProcess.start(OperatorSettings.of(rights, namespace))) {
 *   ...
 *   operator.kill();
 * }
 * }</pre>
 *
 * <p>It must have been built: {@code make build}.
 *
 * <p>Entry class: {@link dev.groma.cluster.operator.OperatorProcess}.
 */
@NullMarked
package dev.groma.cluster.operator;

import org.jspecify.annotations.NullMarked;
