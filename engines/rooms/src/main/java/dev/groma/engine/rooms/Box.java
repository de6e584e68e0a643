package dev.groma.engine.rooms;

/** An axis-parallel bounding box in plan units. */
public record Box(double minX, double minY, double maxX, double maxY) {}
