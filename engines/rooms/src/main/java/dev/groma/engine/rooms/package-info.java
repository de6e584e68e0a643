/**
 * Finds the rooms that walls enclose.
 *
 * <p>A {@link dev.groma.engine.rooms.WallPlan} (straight segments, each belonging to a wall) goes
 * in, a {@link dev.groma.engine.rooms.FloorPlan} comes out: faces with holes, what encloses
 * nothing, and the numbers by which the answer can be checked. {@link
 * dev.groma.engine.rooms.RoomDetector} is the entry.
 *
 * <p>Terms, as in OGC Simple Features and JTS: a <em>segment</em> is a straight piece as drawn; an
 * <em>edge</em> is a piece between two nodes after noding, met by others at its ends only; a
 * <em>face</em> is a bounded region of the plane with no edge inside; a <em>dangle</em> is an edge
 * with a free end; a <em>cut</em> is an edge with the same face on both sides though both ends are
 * held; a <em>wall body</em> is the face between the two lines of a wall that is drawn double.
 *
 * <p>Validity: coordinates are finite, in plan units, x to the right and y up (a plan drawn y down
 * gives the same rooms, mirrored). Rings are closed, shells counterclockwise, holes clockwise.
 * Noding and every decision about sides and order are exact; lengths and areas are double
 * precision.
 */
@NullMarked
package dev.groma.engine.rooms;

import org.jspecify.annotations.NullMarked;
