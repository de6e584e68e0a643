package dev.groma.engine.sitelayout.asset;

/**
 * A kind of asset.
 *
 * @param name such as {@code substation}
 * @param size of its rectangle
 * @param slope steepest ground it stands on
 * @param clearance what it keeps away from
 * @param capacityKw what it adds to the site's capacity, in kW; 0 for what generates and stores
 *     nothing
 * @param grading what is done to the ground
 * @param orientation how it may be turned
 */
public record AssetType(
    String name,
    Size size,
    SlopeLimit slope,
    Clearance clearance,
    double capacityKw,
    Grading grading,
    Orientation orientation) {

  public AssetType {
    if (!(capacityKw >= 0 && capacityKw < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("capacityKw must be at least 0, was " + capacityKw);
    }
  }

  /** What is done to the ground below an asset. */
  public enum Grading {
    /** Made level: a pad. */
    LEVEL,
    /** Left as it is: piles follow the ground. */
    NONE
  }

  /** How an asset may be turned. */
  public enum Orientation {
    /** Any way. */
    ANY,
    /** Its rows run north and south. */
    NORTH
  }

  /**
   * A rectangle.
   *
   * @param length along x before it is turned, above 0
   * @param width along y before it is turned, above 0
   */
  public record Size(double length, double width) {

    public Size {
      if (!(length > 0 && width > 0 && Double.isFinite(length * width))) {
        throw new IllegalArgumentException("no rectangle of " + length + " x " + width + " m");
      }
    }

    /** In square metres. */
    public double area() {
      return length * width;
    }

    /** The shorter side. */
    public double shorter() {
      return Math.min(length, width);
    }

    /** From corner to corner. */
    public double diagonal() {
      return Math.hypot(length, width);
    }
  }

  /**
   * The steepest ground, in percent.
   *
   * @param percent in any direction
   * @param eastWestPercent along east and west; at most {@code percent}
   */
  public record SlopeLimit(double percent, double eastWestPercent) {

    public SlopeLimit {
      if (!(percent >= 0 && eastWestPercent >= 0 && eastWestPercent <= percent)) {
        throw new IllegalArgumentException(
            "no slope limit: " + percent + " %, east-west " + eastWestPercent + " %");
      }
    }

    /** The same in every direction. */
    public static SlopeLimit of(double percent) {
      return new SlopeLimit(percent, percent);
    }
  }

  /**
   * Distances that an asset keeps, in metres.
   *
   * @param setback to the boundary
   * @param spacing to other assets; of two assets the larger spacing holds
   */
  public record Clearance(double setback, double spacing) {

    public Clearance {
      if (!(setback >= 0 && spacing >= 0 && Double.isFinite(setback + spacing))) {
        throw new IllegalArgumentException(
            "no clearance: setback " + setback + " m, spacing " + spacing + " m");
      }
    }
  }

  /** Whether it adds to the site's capacity. */
  public boolean generates() {
    return capacityKw > 0;
  }

  /** Whether it stands on a pad. */
  public boolean hasPad() {
    return grading == Grading.LEVEL;
  }

  /** The same kind on ground of any slope. */
  public AssetType onAnySlope() {
    return new AssetType(
        name,
        size,
        SlopeLimit.of(Double.POSITIVE_INFINITY),
        clearance,
        capacityKw,
        grading,
        orientation);
  }

  /** The same kind without distance to its neighbours. */
  public AssetType withoutSpacing() {
    return new AssetType(
        name, size, slope, new Clearance(clearance.setback(), 0), capacityKw, grading, orientation);
  }
}
