package dev.groma.engine.rooms.assembly;

import dev.groma.engine.rooms.Box;
import dev.groma.engine.rooms.Face;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.Measures;
import dev.groma.engine.rooms.Neighbour;
import dev.groma.engine.rooms.WallPlan;
import dev.groma.engine.rooms.adjacency.Adjacency;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.confidence.Evidence;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.flat.IntSort;
import dev.groma.engine.rooms.noding.Frame;
import dev.groma.engine.rooms.topology.Rings;
import java.util.ArrayList;
import java.util.List;

/** Writes out the faces that are valid. */
final class FaceAssembly {

  private final Faces faces;
  private final Sizes sizes;
  private final Classification classification;
  private final Frame frame;
  private final Outlines outlines;
  private final SourceIds sourceIds;
  private final Box[] boxes;
  private final String[] ids;

  FaceAssembly(
      WallPlan plan, Faces faces, Sizes sizes, Classification classification, Frame frame) {
    this.faces = faces;
    this.sizes = sizes;
    this.classification = classification;
    this.frame = frame;
    outlines = new Outlines(faces, frame);
    sourceIds = new SourceIds(plan, faces.graph().edges());
    boxes = new Box[faces.count()];
    ids = new String[faces.count()];
    for (int face = 0; face < boxes.length; face++) {
      boxes[face] = outlines.box(face);
    }
  }

  /** Rooms, then wall bodies, then those too small; each kind from left to right, then upwards. */
  List<Face> faces(Evidence evidence, Adjacency adjacency) {
    List<int[]> kinds = new ArrayList<>();
    for (FaceKind kind : FaceKind.values()) {
      int[] ordered = ordered(kind);
      for (int i = 0; i < ordered.length; i++) {
        ids[ordered[i]] = prefix(kind) + (i + 1);
      }
      kinds.add(ordered);
    }
    List<Face> all = new ArrayList<>(faces.count());
    for (int[] ordered : kinds) {
      for (int face : ordered) {
        all.add(face(face, evidence, adjacency));
      }
    }
    return all;
  }

  private static String prefix(FaceKind kind) {
    return switch (kind) {
      case ROOM -> "room-";
      case WALL_BODY -> "wallBody-";
      case TOO_SMALL -> "tooSmall-";
    };
  }

  private int[] ordered(FaceKind kind) {
    IntList found = new IntList(faces.count());
    for (int face = 0; face < faces.count(); face++) {
      if (classification.is(kind, face)) {
        found.add(face);
      }
    }
    int[] order = found.toArray();
    IntSort.sort(order, 0, order.length, this::isBefore);
    return order;
  }

  private boolean isBefore(int first, int second) {
    Box a = boxes[first];
    Box b = boxes[second];
    if (a.minX() != b.minX()) {
      return a.minX() < b.minX();
    }
    if (a.minY() != b.minY()) {
      return a.minY() < b.minY();
    }
    return sizes.area(first) < sizes.area(second);
  }

  private Face face(int face, Evidence evidence, Adjacency adjacency) {
    List<Neighbour> neighbours = new ArrayList<>();
    adjacency.visit(
        face,
        (other, contact, length) ->
            neighbours.add(new Neighbour(ids[other], contact, frame.toPlanLength(length))));
    sourceIds.clear();
    Rings rings = faces.graph().rings();
    for (int i = 0; i < faces.ringCount(face); i++) {
      int ring = faces.ring(face, i);
      for (int j = 0; j < rings.size(ring); j++) {
        sourceIds.addEdge(rings.halfEdge(ring, j) >> 1);
      }
    }
    return new Face(
        ids[face],
        classification.kind(face),
        outlines.polygon(face),
        new Measures(
            frame.toPlanArea(sizes.area(face)),
            frame.toPlanLength(sizes.perimeter(face)),
            boxes[face]),
        evidence.of(face),
        sourceIds.wallIds(),
        neighbours);
  }
}
