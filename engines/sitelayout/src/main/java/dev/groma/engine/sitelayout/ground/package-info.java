/**
 * The ground as a grid of elevations, and what is read off it: slope, distance, the surface between
 * the cells.
 *
 * <p>{@link dev.groma.engine.sitelayout.ground.Ground} is the entry. Coordinates are metres from
 * the site's local origin, x to the east and y to the north; row 0 is the southernmost. The surface
 * is bilinear between the centres of the cells: every volume of this engine refers to that surface
 * and to no other. A cell without data is NaN.
 */
@NullMarked
package dev.groma.engine.sitelayout.ground;

import org.jspecify.annotations.NullMarked;
