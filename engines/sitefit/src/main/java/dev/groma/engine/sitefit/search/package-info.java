/**
 * Which of the positions where the house fits is the best.
 *
 * <p>{@link dev.groma.engine.sitefit.search.PlacementSearch} is the entry. Rotations are those of a
 * grid and those that align a side of the house with an edge of the parcel: houses that fit without
 * room to spare fit at no other. For one rotation the score is bounded by how fast its terms can
 * change (each distance by a metre for a metre), so branch and bound finds its highest point within
 * {@link dev.groma.engine.sitefit.search.PlacementSearch#PRECISION}. Rotations whose bound is below
 * the best placement known are not looked at. Placements after the first must differ in footprint.
 * The best are then refined: the rotation by golden section, the position by pattern search.
 */
@NullMarked
package dev.groma.engine.sitefit.search;

import org.jspecify.annotations.NullMarked;
