/**
 * Finds places for assets.
 *
 * <p>{@link dev.groma.engine.sitelayout.placement.Placer} is the entry. Cells propose and outlines
 * decide: a distance transform over the cells where an asset cannot stand leaves the few places
 * worth a look; each is then checked against the boundary, the exclusions and the other assets as
 * drawn, and against the slope of every cell it touches. Assets are taken by score, the best first,
 * generation on the lattice that holds most; a pattern search then moves each to a better place
 * near by. No randomness: ties go to the south-western place.
 */
@NullMarked
package dev.groma.engine.sitelayout.placement;

import org.jspecify.annotations.NullMarked;
