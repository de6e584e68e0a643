package dev.groma.engine.rooms;

/**
 * The noded drawing as a planar graph, bridges included. Euler: vertices - edges + (boundedFaces +
 * 1) = 1 + components.
 *
 * @param vertices where edges end
 * @param edges after noding, doubles dissolved
 * @param boundedFaces rooms, wall bodies, too small ones and invalid rings
 * @param components connected parts of the drawing
 * @param collapsedSegments segments that are points, or became points by snapping
 */
public record Topology(
    int vertices, int edges, int boundedFaces, int components, int collapsedSegments) {}
