/**
 * Whether rings that people drew are rings: closed, simple, with an inside.
 *
 * <p>{@link dev.groma.engine.ring.PolygonCheck} is the entry. What can only be meant one way is
 * mended and noted: an open ring is closed, repeated points are left out, a ring that runs the
 * other way is turned. What can be meant in several ways is a problem that names ring and vertex: a
 * ring that crosses or touches itself, turns back on itself, encloses nothing; a hole that is not
 * inside.
 *
 * <p>Terms as in OGC Simple Features: <em>shell</em>, <em>hole</em>; vertices count from 0 as in
 * the document. Decisions are exact on the coordinates given (JTS), without a tolerance.
 */
@NullMarked
package dev.groma.engine.ring;

import org.jspecify.annotations.NullMarked;
