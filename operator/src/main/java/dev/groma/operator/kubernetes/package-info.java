/**
 * The connection to the API server, and what the operator is made of.
 *
 * <p>{@link dev.groma.operator.kubernetes.SilenceAwareHttpClientFactory} makes connections that
 * notice when the other end is gone; {@link dev.groma.operator.kubernetes.OperatorBeans} puts the
 * parts together.
 */
@NullMarked
package dev.groma.operator.kubernetes;

import org.jspecify.annotations.NullMarked;
