/**
 * How well a drawing bears its faces out, from evidence in the drawing alone.
 *
 * <p>Entry: {@link dev.groma.engine.rooms.confidence.Evidence}; the formula is in {@link
 * dev.groma.engine.rooms.confidence.Score}.
 */
@NullMarked
package dev.groma.engine.rooms.confidence;

import org.jspecify.annotations.NullMarked;
