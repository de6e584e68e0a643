/** Tests of metrics and log fields. */
@NullMarked
package dev.groma.operator.telemetry;

import org.jspecify.annotations.NullMarked;
