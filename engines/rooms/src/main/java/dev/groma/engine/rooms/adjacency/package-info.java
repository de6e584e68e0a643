/**
 * Which faces lie beside each other, and for how long.
 *
 * <p>Faces that share edges are neighbours. Two rooms on both sides of a wall that is drawn double
 * share no edge, yet to whoever plans with the result they are neighbours: so they are reported
 * too, with the length over which they face each other across the wall's body. Entry: {@link
 * dev.groma.engine.rooms.adjacency.Adjacency}.
 */
@NullMarked
package dev.groma.engine.rooms.adjacency;

import org.jspecify.annotations.NullMarked;
