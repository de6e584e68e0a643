package dev.groma.engine.rooms.adjacency;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.flat.IntList;
import dev.groma.engine.rooms.noding.BoxTree;
import dev.groma.engine.rooms.noding.Edges;
import dev.groma.engine.rooms.noding.Nodes;

/**
 * Finds pairs of rooms that face each other across wall bodies.
 *
 * <p>Two edges face each other when each has its room on one side and a wall body on the other, the
 * bodies lie between them, they are parallel within 5 degrees, not farther apart than the wall
 * thickness limit, and overlap when one is projected onto the other.
 */
final class FacingWalls {

  /** The two lines of a wall are drawn parallel; 5 degrees leave room for tracings. Chosen. */
  private static final double MIN_COSINE = Math.cos(Math.toRadians(5));

  private final Nodes nodes;
  private final Edges edges;
  private final EngineContext context;
  private final double reach;
  private final IntList halfEdges = new IntList(64);
  private final IntList rooms = new IntList(64);

  FacingWalls(Faces faces, Classification classification, EngineContext context) {
    this.context = context;
    nodes = faces.graph().nodes();
    edges = faces.graph().edges();
    reach = classification.wallThickness();
    for (int halfEdge = 0; halfEdge < 2 * edges.count(); halfEdge++) {
      int room = faces.faceOfHalfEdge(halfEdge);
      int behind = faces.faceOfHalfEdge(halfEdge ^ 1);
      if (Adjacency.isRoom(classification, room)
          && behind != Faces.OUTSIDE
          && classification.is(FaceKind.WALL_BODY, behind)) {
        halfEdges.add(halfEdge);
        rooms.add(room);
      }
    }
  }

  /** Adds the length over which they face each other to each pair of rooms. */
  void collect(Contacts contacts) throws BadInputException, CancelledException {
    double[] boxes = new double[4 * halfEdges.size()];
    boolean[] all = new boolean[halfEdges.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = true;
      boxes[4 * i] = Math.min(startX(i), endX(i)) - reach / 2;
      boxes[4 * i + 1] = Math.min(startY(i), endY(i)) - reach / 2;
      boxes[4 * i + 2] = Math.max(startX(i), endX(i)) + reach / 2;
      boxes[4 * i + 3] = Math.max(startY(i), endY(i)) + reach / 2;
    }
    BoxTree.of(boxes)
        .visitPairs(
            all,
            (first, second) -> {
              if (first % 1024 == 0) {
                context.checkCancelled();
              }
              if (rooms.get(first) != rooms.get(second)) {
                double overlap = overlap(first, second);
                if (overlap > 0) {
                  contacts.add(rooms.get(first), rooms.get(second), overlap);
                }
              }
            });
  }

  /** How far two edges face each other; 0 or less when they do not. */
  private double overlap(int first, int second) {
    double dx = endX(first) - startX(first);
    double dy = endY(first) - startY(first);
    double otherDx = endX(second) - startX(second);
    double otherDy = endY(second) - startY(second);
    double length = Math.hypot(dx, dy);
    double cosine = -(dx * otherDx + dy * otherDy) / (length * Math.hypot(otherDx, otherDy));
    if (cosine < MIN_COSINE) {
      return 0;
    }
    double middleX = (startX(second) + endX(second)) / 2 - startX(first);
    double middleY = (startY(second) + endY(second)) / 2 - startY(first);
    double behind = (middleX * dy - middleY * dx) / length;
    if (behind <= 0 || behind > reach) {
      return 0;
    }
    double from = along(first, endX(second), endY(second), dx, dy) / length;
    double to = along(first, startX(second), startY(second), dx, dy) / length;
    return Math.min(to, length) - Math.max(from, 0);
  }

  private double along(int first, double x, double y, double dx, double dy) {
    return (x - startX(first)) * dx + (y - startY(first)) * dy;
  }

  private int start(int i) {
    int halfEdge = halfEdges.get(i);
    return (halfEdge & 1) == 0 ? edges.from(halfEdge >> 1) : edges.to(halfEdge >> 1);
  }

  private int end(int i) {
    int halfEdge = halfEdges.get(i);
    return (halfEdge & 1) == 0 ? edges.to(halfEdge >> 1) : edges.from(halfEdge >> 1);
  }

  private double startX(int i) {
    return nodes.x(start(i));
  }

  private double startY(int i) {
    return nodes.y(start(i));
  }

  private double endX(int i) {
    return nodes.x(end(i));
  }

  private double endY(int i) {
    return nodes.y(end(i));
  }
}
