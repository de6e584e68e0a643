package dev.groma.engine.crs;

/**
 * A place in WGS84.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record LonLat(double longitude, double latitude) {}
