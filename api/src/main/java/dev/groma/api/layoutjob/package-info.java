/**
 * The LayoutJob custom resource, {@code groma.dev/v1alpha1}: the shape of its spec and status.
 *
 * <p>The records here are the one model that the CRD under {@code crds/}, the reference under
 * {@code docs/reference} and the command line's help are generated from; a description or a bound
 * is changed here and nowhere else. {@link dev.groma.api.layoutjob.LayoutJob} is the entry.
 */
@NullMarked
package dev.groma.api.layoutjob;

import org.jspecify.annotations.NullMarked;
