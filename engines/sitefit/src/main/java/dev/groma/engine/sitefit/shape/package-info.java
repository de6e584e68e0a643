/**
 * Plane shapes as flat arrays, for searches that ask millions of questions about them.
 *
 * <p>{@link dev.groma.engine.sitefit.shape.Shape} is a polygon with holes; its edges have the
 * inside to their left. {@link dev.groma.engine.sitefit.shape.CellSearch} finds the highest point
 * of a function that cannot change faster than a known rate, and {@link
 * dev.groma.engine.sitefit.shape.InscribedCircle} is the first use of it. Lengths are metres in a
 * local frame near the origin; everything here is double precision without a tolerance.
 */
@NullMarked
package dev.groma.engine.sitefit.shape;

import org.jspecify.annotations.NullMarked;
