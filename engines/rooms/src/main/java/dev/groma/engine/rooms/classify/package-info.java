/**
 * Tells rooms from the bodies of walls that are drawn with two lines.
 *
 * <p>Thickness alone cannot tell a wall from a closet, so there are two witnesses. A face is
 * <em>thin</em> when its {@link dev.groma.engine.rooms.Measures#thickness thickness} is not above a
 * limit. A room is <em>lined</em> as far as its boundary lies against thin faces: rooms of a
 * double-line plan are lined all round, rooms of a single-line plan lie against each other and the
 * outside, whatever closets they have. Where the limit is not given, {@link
 * dev.groma.engine.rooms.classify.ThicknessLimit} finds it; {@link
 * dev.groma.engine.rooms.classify.Classification} is the entry.
 */
@NullMarked
package dev.groma.engine.rooms.classify;

import org.jspecify.annotations.NullMarked;
