package dev.groma.engine.crs;

/**
 * A place in a {@link Crs}, in its unit.
 *
 * @param x easting (or longitude, or southing in the two south-west systems)
 * @param y northing (or latitude, or westing in the two south-west systems)
 */
public record Position(double x, double y) {}
