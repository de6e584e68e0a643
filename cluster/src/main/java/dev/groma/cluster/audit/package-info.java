/**
 * What the API server was asked: its audit log, as something a test can count in.
 *
 * <pre>{@code
 * assertThat(cluster.auditLog().requests().byUser(operator).inNamespace(namespace).writes().counts())
 *     .containsExactlyEntriesOf(Map.of("create jobs", 1L, "patch layoutjobs/status", 2L));
 * }</pre>
 *
 * <p>An answer is complete for every request whose response someone has seen: the server writes a
 * request's first event before it handles it (mode {@code blocking}), and a query waits until each
 * request begun by then has its last event, or its first response byte when it is a watch.
 *
 * <p>Entry class: {@link dev.groma.cluster.audit.AuditLog}.
 */
@NullMarked
package dev.groma.cluster.audit;

import org.jspecify.annotations.NullMarked;
