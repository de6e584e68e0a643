/**
 * Whether a turned house fits at a position, and where it does.
 *
 * <p>{@link dev.groma.engine.sitefit.fit.TurnedHouse} measures how far a house is from a boundary,
 * {@link dev.groma.engine.sitefit.fit.Containment} decides. For one rotation {@link
 * dev.groma.engine.sitefit.fit.InnerFit} lists the vertices of the inner-fit region. Every vertex
 * is a place where the house has two contacts with the buildable region: a corner of the house on
 * an edge of the region, or a corner of the region on an edge of the house. So the crossings of all
 * contact segments are tried. Exact but for rounding at 1e-7 m; the region is grown by the
 * tolerance beforehand, so that a house that just fits has room to be found.
 */
@NullMarked
package dev.groma.engine.sitefit.fit;

import org.jspecify.annotations.NullMarked;
