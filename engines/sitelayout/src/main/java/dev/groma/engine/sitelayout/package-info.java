/**
 * Lays out a site: where assets stand, how roads get to them, and what earth that moves.
 *
 * <p>{@link dev.groma.engine.sitelayout.SiteLayout} is the engine; {@link
 * dev.groma.engine.sitelayout.SitePlanner} does the work on a site whose ground is at hand: places
 * ({@link dev.groma.engine.sitelayout.placement}), pads, roads ({@link
 * dev.groma.engine.sitelayout.roads}), volumes ({@link dev.groma.engine.sitelayout.earthworks}).
 *
 * <p>Everything inside is in metres from a local origin in the working CRS, x to the east, y to the
 * north, z up. Slopes and grades are percent, powers kilowatts. No randomness and no threads: the
 * same input gives the same bytes.
 */
@NullMarked
package dev.groma.engine.sitelayout;

import org.jspecify.annotations.NullMarked;
