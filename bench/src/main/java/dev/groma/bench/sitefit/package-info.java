/**
 * Measures site fit against the usual grid search; {@link dev.groma.bench.sitefit.Compare} is the
 * entry.
 */
@NullMarked
package dev.groma.bench.sitefit;

import org.jspecify.annotations.NullMarked;
