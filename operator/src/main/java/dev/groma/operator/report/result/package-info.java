/**
 * The ConfigMap that keeps an attempt's artifacts: created once, immutable, collected together with
 * its LayoutJob.
 *
 * <p>Its label {@code groma.dev/layoutjob-uid} and label and annotation {@code groma.dev/attempt}
 * say whose it is; an annotation for each artifact ({@link
 * dev.groma.operator.attempt.DigestAnnotation}) holds its digest.
 *
 * <p>Entry class: {@link dev.groma.operator.report.result.ResultStore}.
 */
@NullMarked
package dev.groma.operator.report.result;

import org.jspecify.annotations.NullMarked;
