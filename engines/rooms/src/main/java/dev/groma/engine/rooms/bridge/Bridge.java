package dev.groma.engine.rooms.bridge;

/**
 * A virtual wall across a gap.
 *
 * @param source the number by which its pieces know it: not below the plan's number of segments
 * @param x1 where it starts, in the frame: at a free end of a wall
 * @param y1 likewise
 * @param x2 where it ends: at another free end, or in a wall
 * @param y2 likewise
 */
public record Bridge(int source, double x1, double y1, double x2, double y2) {}
