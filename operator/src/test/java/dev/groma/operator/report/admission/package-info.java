/** Who is let in. */
@NullMarked
package dev.groma.operator.report.admission;

import org.jspecify.annotations.NullMarked;
