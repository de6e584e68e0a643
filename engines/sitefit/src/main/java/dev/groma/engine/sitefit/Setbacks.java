package dev.groma.engine.sitefit;

/**
 * The least distances of the house from the parcel's edges, metres, each 0 or more.
 *
 * @param street from edges at the street
 * @param side from other edges of the outline
 * @param rear from edges that face away from the street
 * @param hole from the edges of holes
 */
public record Setbacks(double street, double side, double rear, double hole) {

  /** Larger than any rule; keeps numbers in range. */
  public static final double LARGEST = 10_000;

  public Setbacks {
    if (!isValid(street) || !isValid(side) || !isValid(rear) || !isValid(hole)) {
      throw new IllegalArgumentException("setbacks must be between 0 and " + LARGEST);
    }
  }

  private static boolean isValid(double setback) {
    return setback >= 0 && setback <= LARGEST;
  }

  /** The same from every edge. */
  public static Setbacks of(double all) {
    return new Setbacks(all, all, all, all);
  }

  /** Of an edge of this kind. */
  public double of(EdgeKind kind) {
    return switch (kind) {
      case STREET -> street;
      case SIDE -> side;
      case REAR -> rear;
      case HOLE -> hole;
    };
  }
}
