/**
 * The artifacts of a fit: {@code placements.json}, {@code placements.geojson} in the parcel's
 * system, {@code placements-wgs84.geojson} for maps, {@code plan.svg}. {@link
 * dev.groma.engine.sitefit.output.FitWriter} is the entry.
 *
 * <p>Translations and coordinates are written to 0.1 mm, rotations to a millionth of a degree,
 * WGS84 to 1e-9 degrees, scores and their terms to a millionth.
 */
@NullMarked
package dev.groma.engine.sitefit.output;

import org.jspecify.annotations.NullMarked;
