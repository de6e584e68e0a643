/**
 * What the report endpoint says: an answer, or one of the refusals, each with the HTTP status and
 * the reason of the catalogue that the runner ends with.
 *
 * <p>Entry class: {@link dev.groma.operator.report.answer.Answer}.
 */
@NullMarked
package dev.groma.operator.report.answer;

import org.jspecify.annotations.NullMarked;
