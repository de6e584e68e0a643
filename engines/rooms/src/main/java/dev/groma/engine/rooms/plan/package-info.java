/**
 * Reads a drawing of walls into a {@link dev.groma.engine.rooms.WallPlan}. {@link
 * dev.groma.engine.rooms.plan.PlanReader} is the entry.
 *
 * <p><strong>Walls.</strong> {@code {"walls": [...]}}, each wall an object with
 *
 * <ul>
 *   <li>{@code type}: {@code line} or {@code arc}, required;
 *   <li>for a line {@code start} and {@code end}, each {@code [x, y]};
 *   <li>for an arc one of the five forms of {@link dev.groma.engine.rooms.plan.ArcMembers};
 *   <li>{@code id}: a string or number, unique; by default {@code w0}, {@code w1}, ... by position;
 *   <li>{@code thickness}: when the line is the centre line of a wall of that thickness;
 *   <li>{@code virtual}: true for a boundary that nobody builds;
 *   <li>{@code isLoadBearing}, also written {@code is_load_bearing};
 *   <li>{@code openings}: {@code [{"type": "door", "offset": 0.4, "width": 0.9}]} with type {@code
 *       door}, {@code window} or {@code passage}, the offset measured along the wall from its
 *       start;
 *   <li>{@code properties}: anything, passed over, as beside {@code walls}.
 * </ul>
 *
 * <p><strong>GeoJSON.</strong> A FeatureCollection, Feature or geometry of type LineString,
 * MultiLineString, Polygon or MultiPolygon (its rings are walls). Of a feature's properties {@code
 * id}, {@code thickness}, {@code virtual}, {@code isLoadBearing} and {@code is_load_bearing} are
 * read, others passed over, as are altitudes. Coordinates are plan coordinates in the plan's unit.
 *
 * <p>Coordinates are finite and at most 1e9 in size. A wall of length zero is left out and noted.
 * Arcs become chords: 64 or more to the circle, and never farther from the arc than a quarter of
 * the snap tolerance.
 */
@NullMarked
package dev.groma.engine.rooms.plan;

import org.jspecify.annotations.NullMarked;
