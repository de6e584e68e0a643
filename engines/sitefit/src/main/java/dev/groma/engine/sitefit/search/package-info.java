/**
 * Which of the positions where the house fits is the best.
 *
 * <p>{@link dev.groma.engine.sitefit.search.PlacementSearch} is the entry. Rotations are those of a
 * grid and those that align a side of the house with an edge of the parcel: houses that fit without
 * room to spare fit at no other.
 *
 * <p>No term of the score can change faster than the distances that it is made of, and no distance
 * faster than the house moves. So what is measured in the middle of a cell, a range of rotations
 * and a square of positions, bounds the scores in all of it, and branch and bound finds the best
 * within {@link dev.groma.engine.sitefit.search.PlacementSearch#PRECISION}. Where the smallest
 * cells do not show whether there is a place without room to spare, the vertices of the inner-fit
 * region do. Placements after the first must differ in footprint. Each is refined: the rotation by
 * golden section, the position by Rosenbrock's method.
 */
@NullMarked
package dev.groma.engine.sitefit.search;

import org.jspecify.annotations.NullMarked;
