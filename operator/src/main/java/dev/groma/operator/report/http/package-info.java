/**
 * The way in: an HTTPS server on a port of its own that bounds what a client can take up in time,
 * memory and connections, and hands each request to a thread that may wait.
 *
 * <p>Entry class: {@link dev.groma.operator.report.http.ReportServer}.
 */
@NullMarked
package dev.groma.operator.report.http;

import org.jspecify.annotations.NullMarked;
