/**
 * Drawing a plan as SVG that a person can read at a glance.
 *
 * <p>{@link dev.groma.engine.draw.Sheet} is the entry: it lays out a page with title, drawing,
 * scale bar and legend, and hands out a {@link dev.groma.engine.draw.Viewport} that turns plan
 * coordinates (y up) into those of the page (y down). What is drawn goes through {@link
 * dev.groma.engine.draw.SvgWriter}, as a stream. {@link dev.groma.engine.draw.LabelSpot} finds
 * where in a polygon a label fits.
 *
 * <p>The same drawing gives the same bytes: coordinates are rounded to a hundredth of a page unit,
 * and widths of text come from a table, not from the fonts of the machine. No scripts, no outside
 * references; text is escaped. Page units are those of the SVG view box.
 */
@NullMarked
package dev.groma.engine.draw;

import org.jspecify.annotations.NullMarked;
