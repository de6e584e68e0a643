/**
 * From flat arrays in the frame to the floor plan in plan units.
 *
 * <p>Faces and diagnostics are put in an order that depends on their place in the plan only. Entry:
 * {@link dev.groma.engine.rooms.assembly.FloorPlanAssembly}.
 */
@NullMarked
package dev.groma.engine.rooms.assembly;

import org.jspecify.annotations.NullMarked;
