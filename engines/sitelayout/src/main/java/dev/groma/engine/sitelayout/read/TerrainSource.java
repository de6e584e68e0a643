package dev.groma.engine.sitelayout.read;

import dev.groma.engine.sitelayout.earthworks.DemError;

/**
 * What the ground was made of.
 *
 * @param description in words, such as {@code elevation model in EPSG:26915, cells of 1 m, as it
 *     is}
 * @param resolutionMetres cell of the working grid
 * @param groundMetres cell of the surface to which volumes refer
 * @param error of its elevations, as applied
 */
public record TerrainSource(
    String description, double resolutionMetres, double groundMetres, DemError error) {}
