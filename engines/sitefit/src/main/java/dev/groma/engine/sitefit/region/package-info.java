/**
 * What the setbacks leave of a parcel.
 *
 * <p>{@link dev.groma.engine.sitefit.region.BuildableRegion} subtracts from the parcel, edge by
 * edge, everything that lies nearer to the edge than its setback: a strip along the edge and a disc
 * at its ends. One buffer could not do that, as edges have setbacks of their own. Discs are drawn
 * as polygons around the true ones, so the region is never too large.
 */
@NullMarked
package dev.groma.engine.sitefit.region;

import org.jspecify.annotations.NullMarked;
