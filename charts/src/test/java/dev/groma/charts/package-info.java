/**
 * The charts and the GitOps examples, through the programs that their users have (helm, kubectl)
 * and against a real API server.
 *
 * <p>Entry class: {@link dev.groma.charts.ChartYamlTest}.
 */
@NullMarked
package dev.groma.charts;

import org.jspecify.annotations.NullMarked;
