/**
 * Writes what was planned: maps for machines, numbers, pictures, and a report for people.
 *
 * <p>{@link dev.groma.engine.sitelayout.output.LayoutWriter} is the entry. The same layout gives
 * the same bytes: numbers are rounded to stated places, pictures use no fonts of the machine.
 */
@NullMarked
package dev.groma.engine.sitelayout.output;

import org.jspecify.annotations.NullMarked;
