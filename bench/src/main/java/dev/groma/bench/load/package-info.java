/**
 * What the operator adds to plain Jobs: time and memory.
 *
 * <p>LayoutJobs and plain Jobs of the same Pod template run on the same control plane with the same
 * node double, in interleaved pairs; the operator is the packaged one in a process of its own. See
 * bench/README.md.
 *
 * <p>Entry class: {@link dev.groma.bench.load.Load}.
 */
@NullMarked
package dev.groma.bench.load;

import org.jspecify.annotations.NullMarked;
