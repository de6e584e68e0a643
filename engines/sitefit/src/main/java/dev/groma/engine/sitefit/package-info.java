/**
 * Places a house on a parcel.
 *
 * <p>A {@link dev.groma.engine.sitefit.Site} (parcel, setbacks, house) goes in, a {@link
 * dev.groma.engine.sitefit.Fit} comes out: the best placements with every term of their scores, or
 * the proof that there is none. {@link dev.groma.engine.sitefit.SiteFitter} is the entry.
 *
 * <p>Terms: the <em>setback</em> of an edge is the least distance of the house from it; the
 * <em>buildable region</em> is what the setbacks leave of the parcel; for a rotation, the
 * <em>inner-fit region</em> is the set of positions at which the turned house lies in the buildable
 * region; <em>clearance</em> is the distance from the house to the parcel's boundary; the
 * <em>coverage ratio</em> is house area over parcel area.
 *
 * <p>Frame: metres, x to the east and y to the north of a {@link dev.groma.engine.crs.Crs}, moved
 * to an origin near the parcel; rotations in degrees counterclockwise. The house turns about the
 * origin of its own coordinates and then moves. Containment holds within the tolerance, 2 mm unless
 * said: real outlines are rounded to that.
 */
@NullMarked
package dev.groma.engine.sitefit;

import org.jspecify.annotations.NullMarked;
