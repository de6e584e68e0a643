package dev.groma.engine.rooms;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was found: the detector's answer. The same set of segments gives the same floor plan, in
 * whatever order and direction they were drawn.
 *
 * @param faces rooms, then wall bodies, then those too small; each kind from left to right
 * @param diagnostics dangles, then cuts, bridges and invalid rings
 * @param topology counts
 * @param totals sums
 * @param effective the parameters as applied
 */
public record FloorPlan(
    List<Face> faces,
    List<Diagnostic> diagnostics,
    Topology topology,
    Totals totals,
    EffectiveParameters effective) {

  public FloorPlan {
    faces = List.copyOf(faces);
    diagnostics = List.copyOf(diagnostics);
  }

  /** The rooms. */
  public List<Face> rooms() {
    return of(FaceKind.ROOM).toList();
  }

  /** The faces of a kind, in order. */
  public Stream<Face> of(FaceKind kind) {
    return faces.stream().filter(face -> face.kind() == kind);
  }

  /** The diagnostics of a kind, in order. */
  public Stream<Diagnostic> of(Diagnostic.Kind kind) {
    return diagnostics.stream().filter(diagnostic -> diagnostic.kind() == kind);
  }
}
