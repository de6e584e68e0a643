package dev.groma.engine.rooms;

/**
 * A face beside another.
 *
 * @param faceId the other face's id
 * @param contact how they meet
 * @param sharedLength how much boundary lies between them, plan units, measured along this face
 */
public record Neighbour(String faceId, Contact contact, double sharedLength) {

  /** How two faces meet. */
  public enum Contact {
    /** They share edges: one line parts them. */
    EDGE,
    /** Two rooms that face each other across a wall body: a wall drawn double parts them. */
    WALL_BODY
  }
}
