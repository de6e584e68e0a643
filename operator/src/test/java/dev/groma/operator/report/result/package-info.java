/** The ConfigMap of a result. */
@NullMarked
package dev.groma.operator.report.result;

import org.jspecify.annotations.NullMarked;
