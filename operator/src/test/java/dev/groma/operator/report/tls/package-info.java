/** The certificate of the endpoint. */
@NullMarked
package dev.groma.operator.report.tls;

import org.jspecify.annotations.NullMarked;
