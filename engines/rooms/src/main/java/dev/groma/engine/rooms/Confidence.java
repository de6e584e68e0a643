package dev.groma.engine.rooms;

/**
 * How well the drawing bears a face out: 1 when every wall was drawn exactly so, less the more had
 * to be assumed. Every term is between 0 and 1, and the score falls (or stays) when a term other
 * than {@code exactShare} grows.
 *
 * @param score between 0 and 1
 * @param exactShare share of the perimeter whose walls were drawn from node to node without
 *     snapping
 * @param snapDistance mean snapped distance along the perimeter over the tolerance
 * @param virtualShare share of the perimeter that is virtual: declared so, or a bridged gap
 * @param dangleShare length of dangles and cuts inside over the perimeter, 1 at most
 */
public record Confidence(
    double score,
    double exactShare,
    double snapDistance,
    double virtualShare,
    double dangleShare) {}
