/**
 * Measures site layout: {@link dev.groma.bench.sitelayout.SiteLayoutTimer} the whole plan, cut and
 * fill against a plain sum, and routes against networkx in one run.
 */
@NullMarked
package dev.groma.bench.sitelayout;

import org.jspecify.annotations.NullMarked;
