/**
 * The ConfigMap that keeps an attempt's artifacts: created once, immutable, collected together with
 * its LayoutJob.
 *
 * <p>Its label {@code groma.dev/layoutjob-uid} and annotation {@code groma.dev/attempt} say whose
 * it is, and one annotation for each artifact says its digest: {@code groma.dev/digest.NAME}, or
 * with the first 40 digits of the name's SHA-256 in the place of a name that Kubernetes does not
 * take there (longer than 56 characters, or not ending in a letter or digit).
 *
 * <p>Entry class: {@link dev.groma.operator.report.result.ResultStore}.
 */
@NullMarked
package dev.groma.operator.report.result;

import org.jspecify.annotations.NullMarked;
