package dev.groma.engine.rooms;

/**
 * A door or window drawn in a wall. It does not break the wall: for detection the wall is
 * continuous.
 *
 * @param id the drawer's own, or one made from its place
 * @param kind what it is
 * @param wall index of the wall in {@link WallPlan}
 * @param offset from the wall's start to the near side of the opening, along the wall, plan units
 * @param width along the wall, plan units
 */
public record Opening(String id, Kind kind, int wall, double offset, double width) {

  /** What fills the opening. */
  public enum Kind {
    DOOR,
    WINDOW,
    /** A passage without a leaf. */
    PASSAGE
  }

  public Opening {
    if (!(offset >= 0 && width > 0 && offset + width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "opening " + id + " needs offset >= 0 and width > 0, not " + offset + " and " + width);
    }
  }
}
