/**
 * The certificate of the report endpoint: from files that someone else keeps fresh, or issued by an
 * authority of our own, which all replicas share through one Secret.
 *
 * <p>An <em>authority</em> (CA) lives for ten years; what runners are handed is its certificate. A
 * <em>server certificate</em> is issued by each replica for itself, lives for 90 days in memory
 * alone, and is followed by the next when a third of that is left.
 *
 * <p>Entry class: {@link dev.groma.operator.report.tls.CertificateSource}.
 */
@NullMarked
package dev.groma.operator.report.tls;

import org.jspecify.annotations.NullMarked;
