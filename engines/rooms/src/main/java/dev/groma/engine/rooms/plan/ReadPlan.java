package dev.groma.engine.rooms.plan;

import dev.groma.engine.rooms.WallPlan;
import java.util.List;

/**
 * A drawing as read.
 *
 * @param plan its walls
 * @param notes what the drawer should know though it is no error, such as walls of length zero; at
 *     most {@value #MOST_NOTES} and a last one that counts the rest
 */
public record ReadPlan(WallPlan plan, List<String> notes) {

  /** Notes kept of one drawing; chosen. */
  static final int MOST_NOTES = 100;

  public ReadPlan {
    notes = List.copyOf(notes);
  }
}
