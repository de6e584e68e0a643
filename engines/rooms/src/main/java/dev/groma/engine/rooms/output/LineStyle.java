package dev.groma.engine.rooms.output;

import dev.groma.engine.draw.Viewport;

/**
 * How bold the lines of a drawing are: bold on a flat, fine on a plan of thousands of rooms.
 *
 * @param line width of a wall without thickness, page units
 * @param bearing width of such a wall when it bears load
 * @param mark width of what draws attention
 */
record LineStyle(double line, double bearing, double mark) {

  /** Boldest lines, and the share of a room's size that a line may take up; chosen by eye. */
  private static final double BOLDEST = 2.2;

  private static final double SHARE_OF_ROOM = 0.035;

  private static final double FINEST = 0.12;

  static LineStyle of(Viewport view, int roomCount) {
    double pageArea = view.length(view.plan().width()) * view.length(view.plan().height());
    double roomSize = Math.sqrt(pageArea / Math.max(1, roomCount));
    double line = Math.clamp(roomSize * SHARE_OF_ROOM, FINEST, BOLDEST);
    return new LineStyle(line, 2 * line, Math.max(1.2 * line, 0.8));
  }
}
