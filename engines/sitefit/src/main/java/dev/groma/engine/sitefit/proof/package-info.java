/**
 * Why a house does not fit.
 *
 * <p>{@link dev.groma.engine.sitefit.proof.SizeProof} compares sizes that no turn and shift can
 * change, and {@link dev.groma.engine.sitefit.proof.Exhaustion} rules out rotations and positions
 * cell by cell. Both hold for the buildable region grown by the tolerance.
 */
@NullMarked
package dev.groma.engine.sitefit.proof;

import org.jspecify.annotations.NullMarked;
