/**
 * Ground as a grid of heights.
 *
 * <p>{@link dev.groma.engine.terrain.Grid} holds the heights, {@link
 * dev.groma.engine.terrain.GridFrame} says where its cells lie.
 *
 * <p>Terms: a <em>cell</em> is a rectangle around its <em>centre</em>, where its value holds;
 * between centres the ground is bilinear. Column 0 is the westmost, row 0 the northmost; x grows
 * with the columns, y falls with the rows. Coordinates are finite and in the grid's coordinate
 * system, heights in metres unless a reader says otherwise. {@code NaN} stands for no data.
 */
@NullMarked
package dev.groma.engine.terrain;

import org.jspecify.annotations.NullMarked;
