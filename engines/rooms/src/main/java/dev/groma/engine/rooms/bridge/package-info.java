/**
 * Closes gaps between wall ends by virtual walls, where the parameters ask for it.
 *
 * <p>A <em>free end</em> is a node at which one edge ends. It may be bridged to a free end that
 * continues it, to the wall straight ahead, or to another free end, in this order of preference,
 * the shorter first. A bridge crosses nothing, a free end has one at most, and only bridges that
 * become part of a ring are kept: the others would be dangles themselves. Entry: {@link
 * dev.groma.engine.rooms.bridge.Bridging}.
 */
@NullMarked
package dev.groma.engine.rooms.bridge;

import org.jspecify.annotations.NullMarked;
