/**
 * Plane shapes as flat arrays, for searches that ask millions of questions about them.
 *
 * <p>{@link dev.groma.engine.sitefit.shape.Shape} is a polygon with holes; its edges have the
 * inside to their left. {@link dev.groma.engine.sitefit.shape.DistanceField} measures from its
 * boundary quickly, and {@link dev.groma.engine.sitefit.shape.Sounding} says what a distance tells
 * of the points around. {@link dev.groma.engine.sitefit.shape.InscribedCircle} is the largest in a
 * shape. Lengths are metres in a local frame near the origin; everything here is double precision
 * without a tolerance.
 */
@NullMarked
package dev.groma.engine.sitefit.shape;

import org.jspecify.annotations.NullMarked;
