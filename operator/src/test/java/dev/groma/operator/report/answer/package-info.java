/** What the endpoint says. */
@NullMarked
package dev.groma.operator.report.answer;

import org.jspecify.annotations.NullMarked;
