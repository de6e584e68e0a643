package dev.groma.engine.sitelayout.site;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What the user gave, in metres from the local origin, x to the east and y to the north.
 *
 * @param boundary polygons inside which everything stays; valid, not empty
 * @param exclusions polygons that everything keeps out of; valid, may be empty
 * @param entry where the road comes in
 * @param entryAssumed whether the entry was not given but taken: the point of the boundary nearest
 *     to the middle of the site
 */
public record Site(
    Geometry boundary, Geometry exclusions, Coordinate entry, boolean entryAssumed) {}
