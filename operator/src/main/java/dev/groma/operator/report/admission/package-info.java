/**
 * Whether a caller may report for the attempt that it names: it has to be a Pod of the current
 * attempt at a job that is not over.
 *
 * <p>Labels and names can be anyone's, so the chain of controlling owners decides: Pod, Job,
 * LayoutJob, each by its UID.
 *
 * <p>Entry class: {@link dev.groma.operator.report.admission.Admission}.
 */
@NullMarked
package dev.groma.operator.report.admission;

import org.jspecify.annotations.NullMarked;
