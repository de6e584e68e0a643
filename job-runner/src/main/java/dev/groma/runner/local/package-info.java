/**
 * The runner's life on a laptop: a LayoutJob's manifest in, the same with its status out.
 *
 * <p>What the API server, the operator and a Pod do to a job happens here in one process and by the
 * same types: the CRD's checks, the request, the run, the last word, the status. Beyond what a
 * cluster takes, an input may be a {@code file} beside its manifest. {@link
 * dev.groma.runner.local.Laptop} is the entry.
 */
@NullMarked
package dev.groma.runner.local;

import org.jspecify.annotations.NullMarked;
