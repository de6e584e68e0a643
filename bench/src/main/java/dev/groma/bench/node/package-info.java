/**
 * What LayoutJobs cost on a real node: time against a plain Job of the same image, and the memory
 * of the operator's container.
 *
 * <p>Entry class: {@link dev.groma.bench.node.NodeFigures}.
 */
@NullMarked
package dev.groma.bench.node;

import org.jspecify.annotations.NullMarked;
