/** Who calls. */
@NullMarked
package dev.groma.operator.report.caller;

import org.jspecify.annotations.NullMarked;
