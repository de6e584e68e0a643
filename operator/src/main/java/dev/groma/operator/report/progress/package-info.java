/**
 * Progress in the status of a LayoutJob, written seldom and never against anybody's will.
 *
 * <p>Entry class: {@link dev.groma.operator.report.progress.ProgressWriter}.
 */
@NullMarked
package dev.groma.operator.report.progress;

import org.jspecify.annotations.NullMarked;
