/**
 * From segments as drawn to edges that meet at their ends only.
 *
 * <p>Ends within the tolerance of one another become one node; walls bend (by no more than the
 * tolerance) to every node within the tolerance of their interior; crossings become nodes; what
 * comes to lie on each other becomes one edge. {@link dev.groma.engine.rooms.noding.Noder} is the
 * entry. The meaning of the tolerance is that of JTS {@code SnappingNoder}, but the result does not
 * depend on the order of the input, and is proved noded, not hoped to be.
 *
 * <p>Everything happens in a {@link dev.groma.engine.rooms.noding.Frame}: coordinates moved and
 * scaled without rounding into -9..9. The index is a packed tree of boxes and not a uniform grid:
 * it is as fast on even plans, and a plan with one outlier, or of two buildings far apart, does not
 * fall into a single cell.
 */
@NullMarked
package dev.groma.engine.rooms.noding;

import org.jspecify.annotations.NullMarked;
