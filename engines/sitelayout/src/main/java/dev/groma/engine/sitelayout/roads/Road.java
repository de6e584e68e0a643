package dev.groma.engine.sitelayout.roads;

/**
 * A road from the network to an asset.
 *
 * @param id such as {@code road-3}
 * @param from id of the road that it leaves, or {@code entry}
 * @param to id of the asset
 * @param xyz stations from the network to the asset: x0, y0, z0, ..., z being the design
 * @param ground elevation of the ground at each station
 * @param minRadius of the tightest bend, in metres; infinite for a straight road
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, and handed over at birth
public record Road(
    String id, String from, String to, double[] xyz, double[] ground, double minRadius) {

  /** How many stations there are. */
  public int stations() {
    return xyz.length / 3;
  }

  /** x of a station. */
  public double x(int station) {
    return xyz[3 * station];
  }

  /** y of a station. */
  public double y(int station) {
    return xyz[3 * station + 1];
  }

  /** Design elevation of a station. */
  public double z(int station) {
    return xyz[3 * station + 2];
  }

  /** Horizontal length from a station to the next. */
  public double step(int station) {
    return Math.hypot(x(station + 1) - x(station), y(station + 1) - y(station));
  }

  /** Grade from a station to the next, in percent, positive uphill. */
  public double gradePercent(int station) {
    return 100 * (z(station + 1) - z(station)) / step(station);
  }

  /** Horizontal length in metres. */
  public double length() {
    double length = 0;
    for (int i = 0; i + 1 < stations(); i++) {
      length += step(i);
    }
    return length;
  }

  /** The steepest grade in percent, without sign. */
  public double steepestPercent() {
    double steepest = 0;
    for (int i = 0; i + 1 < stations(); i++) {
      steepest = Math.max(steepest, Math.abs(gradePercent(i)));
    }
    return steepest;
  }
}
