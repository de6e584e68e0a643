/**
 * Decisions about points that rounding cannot spoil.
 *
 * <p>What is decided here (which side, which order) shapes the topology, and a single wrong sign
 * there opens a face. Entry: {@link dev.groma.engine.rooms.exact.Orientation}.
 */
@NullMarked
package dev.groma.engine.rooms.exact;

import org.jspecify.annotations.NullMarked;
