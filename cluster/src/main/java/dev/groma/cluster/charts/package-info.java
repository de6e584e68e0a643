/**
 * The charts of this repository, through the programs that their users have: helm and kubectl.
 *
 * <p>Entry class: {@link dev.groma.cluster.charts.Helm}.
 */
@NullMarked
package dev.groma.cluster.charts;

import org.jspecify.annotations.NullMarked;
