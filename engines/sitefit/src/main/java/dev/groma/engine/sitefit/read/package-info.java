/**
 * Reads a parcel and a house into a {@link dev.groma.engine.sitefit.Site}. {@link
 * dev.groma.engine.sitefit.read.SiteReader} is the entry.
 *
 * <p>Both are GeoJSON polygons, or {@code {"coordinates": [[x, y], ...], "holes": [[[x, y], ...]]}}
 * (holes of the parcel only). The parcel's coordinates are those of its CRS, easting before
 * northing; the house's are metres of its own, x to the right and y up. A parcel in EPSG:5513 or
 * EPSG:2065 (southing, westing) is converted to EPSG:5514, and that is noted.
 */
@NullMarked
package dev.groma.engine.sitefit.read;

import org.jspecify.annotations.NullMarked;
