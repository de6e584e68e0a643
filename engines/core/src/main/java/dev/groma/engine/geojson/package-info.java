/**
 * Writing GeoJSON (RFC 7946) as a stream, a feature at a time. {@link
 * dev.groma.engine.geojson.GeoJsonWriter} is the entry.
 *
 * <p>Rings run as the standard asks: shells counterclockwise, holes clockwise. Numbers are rounded
 * to a stated precision. Features stand one to a line, so that a difference between two files reads
 * well.
 */
@NullMarked
package dev.groma.engine.geojson;

import org.jspecify.annotations.NullMarked;
