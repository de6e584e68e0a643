/**
 * The site: where building is allowed, where it is entered, and the grid on which it is worked on.
 *
 * <p>{@link dev.groma.engine.sitelayout.site.Site} holds the outlines as they were read, in metres
 * from a local origin; {@link dev.groma.engine.sitelayout.site.WorkingGrid} the same as cells, with
 * slopes and distances. Cells decide where to look, outlines decide what holds.
 */
@NullMarked
package dev.groma.engine.sitelayout.site;

import org.jspecify.annotations.NullMarked;
