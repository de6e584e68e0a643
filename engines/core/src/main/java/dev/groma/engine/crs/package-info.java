/**
 * Coordinate reference systems: what the numbers of a map mean on the ground.
 *
 * <p>{@link dev.groma.engine.crs.CrsLookup} is the entry: it turns a code such as {@code EPSG:5514}
 * into a {@link dev.groma.engine.crs.Crs}, or into a refusal that names the nearest known codes.
 *
 * <p>Axis order: always {@code [x, y]} as GeoJSON and GIS files have it, whatever the register
 * says: easting before northing, longitude before latitude. The one exception are {@code EPSG:5513}
 * and {@code EPSG:2065} (Krovak, south-west, positive), whose numbers are {@code [southing,
 * westing]}; {@link dev.groma.engine.crs.Crs#eastNorth} names the system to convert them to.
 * Nothing is guessed: {@link dev.groma.engine.crs.Krovak} tells mixed-up axes.
 *
 * <p>Definitions come from the EPSG dataset as Proj4J carries it, and agree with PROJ to about 1 mm
 * (checked for UTM, EPSG:3857, 2154 and 27700). Its datum shift of the Krovak systems is 10 m off
 * and is replaced.
 */
@NullMarked
package dev.groma.engine.crs;

import org.jspecify.annotations.NullMarked;
