package dev.groma.engine.sitelayout.earthworks;

/** Elevations are missing where earth is to be moved. */
public final class NoGroundException extends Exception {

  private static final long serialVersionUID = 1L;

  private final double x;
  private final double y;

  /** The place, in metres from the local origin. */
  public NoGroundException(double x, double y) {
    super("no elevation at " + x + " " + y);
    this.x = x;
    this.y = y;
  }

  /** x of a place without elevation. */
  public double x() {
    return x;
  }

  /** y of a place without elevation. */
  public double y() {
    return y;
  }
}
