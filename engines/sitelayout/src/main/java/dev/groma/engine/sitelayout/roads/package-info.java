/**
 * Roads from the entry to every asset.
 *
 * <p>{@link dev.groma.engine.sitelayout.roads.RoadNetwork} is the entry. A route is searched on
 * cells ({@link dev.groma.engine.sitelayout.roads.RouteSearch}), drawn as straights and arcs
 * ({@link dev.groma.engine.sitelayout.roads.Alignment}), and given the elevations that move least
 * earth within the steepest grade ({@link dev.groma.engine.sitelayout.roads.ProfileFit}). A line
 * that leaves the allowed ground or cannot keep its grade is thrown away for one closer to the
 * cells.
 *
 * <p>Terms: the <em>alignment</em> is the line of a road in plan, the <em>profile</em> its
 * elevations, a <em>station</em> a point of both; a <em>fillet</em> is the arc that rounds a
 * corner; <em>grade</em> is rise over horizontal length, in percent.
 */
@NullMarked
package dev.groma.engine.sitelayout.roads;

import org.jspecify.annotations.NullMarked;
