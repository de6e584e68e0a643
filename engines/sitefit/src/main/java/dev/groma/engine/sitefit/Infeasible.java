package dev.groma.engine.sitefit;

/** Why no placement was found: a proof, or the end of the search. */
public sealed interface Infeasible {

  /** One sentence for people. */
  String statement();

  /**
   * A quantity of the house is larger than that of the buildable region, which no turn and shift
   * can change.
   *
   * @param quantity that was compared
   * @param house its value for the house, at least so large
   * @param region its value for the largest part of the region, at most so large
   */
  record TooLarge(Quantity quantity, double house, double region) implements Infeasible {
    @Override
    public String statement() {
      return "%s of the house is %s %s, of the buildable region %s %s"
          .formatted(
              quantity.words,
              Numbers.text(house),
              quantity.unit,
              Numbers.text(region),
              quantity.unit);
    }
  }

  /** Setbacks leave nothing of the parcel. */
  record NothingBuildable() implements Infeasible {
    @Override
    public String statement() {
      return "the setbacks leave nothing of the parcel to build on";
    }
  }

  /**
   * The house would cover more of the parcel than allowed.
   *
   * @param ratio house area over parcel area
   * @param most the largest allowed
   */
  record CoversTooMuch(double ratio, double most) implements Infeasible {
    @Override
    public String statement() {
      return "the house would cover %s of the parcel, more than the %s allowed"
          .formatted(Numbers.text(ratio), Numbers.text(most));
    }
  }

  /**
   * Every rotation in the range and every position was ruled out, cell by cell.
   *
   * @param cells that were looked at
   */
  record Exhausted(int cells) implements Infeasible {
    @Override
    public String statement() {
      return "every rotation and position was ruled out by a search of "
          + cells
          + " cells that leaves no gap";
    }
  }

  /**
   * No proof: nothing fits at the angles tried.
   *
   * @param degrees the widest gap between angles that were tried
   */
  record NotFound(double degrees) implements Infeasible {
    @Override
    public String statement() {
      return "no fit found at angular resolution " + Numbers.text(degrees) + " degrees";
    }
  }

  /** What can be compared. */
  enum Quantity {
    /** Square metres. */
    AREA("the area", "m2"),
    /** The largest distance of two points. */
    DIAMETER("the diameter", "m"),
    /** The least distance of two parallel lines that hold the shape. */
    MINIMUM_WIDTH("the minimum width", "m"),
    /** Of the largest circle inside. */
    INSCRIBED_RADIUS("the radius of the largest inscribed circle", "m");

    private final String words;
    private final String unit;

    Quantity(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    /** Such as {@code m2}. */
    public String unit() {
      return unit;
    }
  }
}
