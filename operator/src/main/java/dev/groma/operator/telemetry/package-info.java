/**
 * What can be measured and searched for: metrics with a bounded number of label values, and the
 * fields that every log line about a LayoutJob carries.
 */
@NullMarked
package dev.groma.operator.telemetry;

import org.jspecify.annotations.NullMarked;
