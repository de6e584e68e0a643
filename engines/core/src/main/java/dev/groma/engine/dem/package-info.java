/**
 * Elevation models as they come: the format told by the content, the coordinate system settled, the
 * part that a site needs read and put on a grid in metres.
 *
 * <p>{@link dev.groma.engine.dem.Dem} is the entry.
 *
 * <p>Terms: <em>coverage</em> is how far the cells of a model reach around the box of a site.
 */
@NullMarked
package dev.groma.engine.dem;

import org.jspecify.annotations.NullMarked;
