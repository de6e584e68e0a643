package dev.groma.engine.rooms.adjacency;

import dev.groma.engine.BadInputException;
import dev.groma.engine.CancelledException;
import dev.groma.engine.EngineContext;
import dev.groma.engine.rooms.FaceKind;
import dev.groma.engine.rooms.Neighbour.Contact;
import dev.groma.engine.rooms.classify.Classification;
import dev.groma.engine.rooms.faces.Faces;
import dev.groma.engine.rooms.faces.Sizes;

/** The neighbours of every face. Immutable. */
public final class Adjacency {

  private final Contacts.Sums direct;
  private final Contacts.Sums acrossWalls;

  private Adjacency(Contacts.Sums direct, Contacts.Sums acrossWalls) {
    this.direct = direct;
    this.acrossWalls = acrossWalls;
  }

  /** Called for each neighbour of a face. */
  @FunctionalInterface
  public interface Visitor {
    /** One neighbour and the length of boundary shared, in units of the frame. */
    void visit(int face, Contact contact, double length);
  }

  /** Finds all neighbours; invalid faces have none and are none. */
  public static Adjacency of(
      Faces faces, Sizes sizes, Classification classification, EngineContext context)
      throws BadInputException, CancelledException {
    Contacts direct = new Contacts();
    for (int edge = 0; edge < faces.graph().edges().count(); edge++) {
      int left = faces.faceOfHalfEdge(2 * edge);
      int right = faces.faceOfHalfEdge(2 * edge + 1);
      if (left != right
          && left != Faces.OUTSIDE
          && right != Faces.OUTSIDE
          && !classification.isInvalid(left)
          && !classification.isInvalid(right)) {
        direct.add(left, right, sizes.edgeLength(edge));
      }
    }
    context.checkCancelled();
    Contacts acrossWalls = new Contacts();
    if (classification.wallThickness() > 0) {
      new FacingWalls(faces, classification, context).collect(acrossWalls);
    }
    return new Adjacency(direct.sums(faces.count()), acrossWalls.sums(faces.count()));
  }

  /** Visits the neighbours of a face: those that share edges, then those across wall bodies. */
  public void visit(int face, Visitor visitor) {
    visit(direct, face, Contact.EDGE, visitor);
    visit(acrossWalls, face, Contact.WALL_BODY, visitor);
  }

  private static void visit(Contacts.Sums sums, int face, Contact contact, Visitor visitor) {
    for (int i = sums.start()[face]; i < sums.start()[face + 1]; i++) {
      visitor.visit(sums.other()[i], contact, sums.length()[i]);
    }
  }

  static boolean isRoom(Classification classification, int face) {
    return face != Faces.OUTSIDE && classification.is(FaceKind.ROOM, face);
  }
}
