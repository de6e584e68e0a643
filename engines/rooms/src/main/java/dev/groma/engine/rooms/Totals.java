package dev.groma.engine.rooms;

import org.jspecify.annotations.Nullable;

/**
 * Sums over the plan, in plan units and their squares.
 *
 * <p>edgeLength = (perimeters of all faces + outerLength) / 2 + dangleLength + cutLength, and the
 * four areas together are the area inside the outer shells.
 *
 * @param roomArea of all rooms
 * @param wallBodyArea of all wall bodies
 * @param tooSmallArea of all rooms that are too small
 * @param invalidArea of all invalid rings
 * @param edgeLength of all edges, each once
 * @param outerLength of the boundary of everything enclosed
 * @param dangleLength of all dangles
 * @param cutLength of all cuts
 * @param confidence of the rooms together, weighted by area; null without rooms
 */
public record Totals(
    double roomArea,
    double wallBodyArea,
    double tooSmallArea,
    double invalidArea,
    double edgeLength,
    double outerLength,
    double dangleLength,
    double cutLength,
    @Nullable Double confidence) {}
