/**
 * Writing and reading GeoJSON (RFC 7946).
 *
 * <p>{@link dev.groma.engine.geojson.GeoJsonWriter} writes a collection as a stream, a feature at a
 * time. Rings run as the standard asks: shells counterclockwise, holes clockwise. Numbers are
 * rounded to a stated precision. Features stand one to a line, so that a difference between two
 * files reads well.
 *
 * <p>{@link dev.groma.engine.geojson.FeatureReader} reads a FeatureCollection, a Feature, a
 * geometry, or a bare {@code {"coordinates": [[x, y], ...], "holes": [...]}}, from a stream too,
 * and keeps features with the place of each ring. Whether rings are sound is the affair of {@link
 * dev.groma.engine.ring}.
 */
@NullMarked
package dev.groma.engine.geojson;

import org.jspecify.annotations.NullMarked;
