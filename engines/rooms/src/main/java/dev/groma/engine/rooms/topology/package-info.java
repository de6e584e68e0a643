/**
 * The noded drawing as a planar graph: which edges enclose something, and the rings they form.
 *
 * <p>A half-edge is an edge with a direction: edge e gives half-edges 2 e (from its lower node to
 * its higher) and 2 e + 1 (back). The face of a half-edge lies on its left. A <em>walk</em> follows
 * the boundary of one face with the face on the left; a walk that passes a node twice falls into
 * several simple <em>rings</em>. Entry: {@link dev.groma.engine.rooms.topology.PlanarGraph}.
 */
@NullMarked
package dev.groma.engine.rooms.topology;

import org.jspecify.annotations.NullMarked;
