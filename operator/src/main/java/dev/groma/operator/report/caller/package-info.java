/**
 * Who calls: the Pod that a projected ServiceAccount token is bound to, on the word of the API
 * server.
 *
 * <p>Entry class: {@link dev.groma.operator.report.caller.Callers}.
 */
@NullMarked
package dev.groma.operator.report.caller;

import org.jspecify.annotations.NullMarked;
