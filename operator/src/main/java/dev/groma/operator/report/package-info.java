/**
 * The report endpoint: where runners, which have no credential of Kubernetes, tell how far they are
 * and hand over artifacts that are to be kept in a ConfigMap.
 *
 * <p>It keeps nothing between two requests that it could not do without, so any replica may serve
 * any runner, whether it reconciles or not. What is sent and answered is the runner contract's
 * ({@link dev.groma.api.runner}); {@link dev.groma.operator.report.caller} tells who calls, {@link
 * dev.groma.operator.report.admission} whether it may, {@link dev.groma.operator.report.progress}
 * and {@link dev.groma.operator.report.result} write, {@link dev.groma.operator.report.http} and
 * {@link dev.groma.operator.report.tls} are the way in.
 *
 * <p>Entry class: {@link dev.groma.operator.report.ReportEndpoint}.
 */
@NullMarked
package dev.groma.operator.report;

import org.jspecify.annotations.NullMarked;
