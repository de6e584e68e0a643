/**
 * Cubic metres: what has to be cut and filled so that the ground becomes a pad or a road.
 *
 * <p>{@link dev.groma.engine.sitelayout.earthworks.SurfaceIntegral} is the entry: it integrates the
 * difference between the bilinear surface of the ground and a plane over a polygon, above and below
 * apart, in closed form. {@link dev.groma.engine.sitelayout.earthworks.PadGrading} finds the
 * elevation of a pad, {@link dev.groma.engine.sitelayout.earthworks.Earthworks} adds up a site.
 *
 * <p>Terms: <em>cut</em> is ground above the design, to be dug; <em>fill</em> is space below the
 * design, to be filled; <em>net</em> is cut minus fill. Both are measured in place (bank cubic
 * metres of cut, compacted cubic metres of fill), never negative. <em>Swell</em> is the loose
 * volume of a bank cubic metre, <em>compaction</em> the volume of fill that one makes. A
 * <em>batter</em> is the sloping face between a pad's edge and the <em>daylight</em> line, where it
 * meets the ground.
 */
@NullMarked
package dev.groma.engine.sitelayout.earthworks;

import org.jspecify.annotations.NullMarked;
