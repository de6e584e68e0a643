/**
 * Writes what the detector found: {@code rooms.geojson}, {@code diagnostics.geojson} and {@code
 * plan.svg}. {@link dev.groma.engine.rooms.output.FloorPlanWriter} is the entry.
 *
 * <p>Each is written as a stream. Coordinates are plan coordinates, rounded to the step that the
 * files state; nothing else is rounded before. The same floor plan gives the same bytes.
 */
@NullMarked
package dev.groma.engine.rooms.output;

import org.jspecify.annotations.NullMarked;
