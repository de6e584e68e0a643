/**
 * From rings to faces with holes, and their sizes.
 *
 * <p>A ring that runs counterclockwise is the shell of a face; the clockwise rings of the same walk
 * touch it and are its holes; a walk with clockwise rings only goes round something that stands
 * free, and is a hole of whichever face lies around it, or borders the outside. Entry: {@link
 * dev.groma.engine.rooms.faces.Faces}.
 */
@NullMarked
package dev.groma.engine.rooms.faces;

import org.jspecify.annotations.NullMarked;
