package dev.groma.engine.rooms;

/**
 * One wall of a plan.
 *
 * @param id the drawer's own, or one made from its place such as {@code walls[3]}; not necessarily
 *     unique
 * @param thickness in plan units when the line is the centre line of a wall of that thickness; 0
 *     where the drawing does not say. A face between such walls is never a wall body
 * @param virtual true for a boundary that nobody builds, such as the line between kitchen and
 *     living room: it bounds rooms and lowers their confidence
 * @param loadBearing as drawn; it does not matter to detection
 */
public record Wall(String id, double thickness, boolean virtual, boolean loadBearing) {

  public Wall {
    if (!(thickness >= 0 && thickness < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the thickness of wall " + id + " must be finite and at least 0, not " + thickness);
    }
  }
}
