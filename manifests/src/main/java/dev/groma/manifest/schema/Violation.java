package dev.groma.manifest.schema;

/**
 * Something in a manifest that the API server refuses.
 *
 * @param path from the object, such as {@code spec.roomDetection.unit}; empty for the whole
 * @param message what is wrong and what would be right
 */
public record Violation(String path, String message) {}
