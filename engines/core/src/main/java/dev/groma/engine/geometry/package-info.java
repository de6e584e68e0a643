/**
 * The few shapes that all engines hand to the writers of maps and drawings.
 *
 * <p>{@link dev.groma.engine.geometry.Points} is a line or ring as the writers see it; {@link
 * dev.groma.engine.geometry.Bounds} a bounding box. Coordinates are finite, x to the right and y
 * up.
 */
@NullMarked
package dev.groma.engine.geometry;

import org.jspecify.annotations.NullMarked;
