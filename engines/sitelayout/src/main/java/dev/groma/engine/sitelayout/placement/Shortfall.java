package dev.groma.engine.sitelayout.placement;

/**
 * Why there are fewer assets than wanted.
 *
 * @param type name of the kind
 * @param wanted how many
 * @param placed how many have a place
 * @param cause the constraint that binds
 * @param possible how many would have a place without that constraint
 */
public record Shortfall(String type, int wanted, int placed, Cause cause, int possible) {

  /** The constraint whose absence would allow most. */
  public enum Cause {
    /** There is not enough ground inside the boundary and its setback, whatever it is like. */
    AREA,
    /** The ground is too steep. */
    SLOPE,
    /** Assets have to keep apart. */
    SPACING,
    /** Exclusions and their buffer. */
    EXCLUSIONS,
    /** No road gets there. */
    ACCESS
  }

  /** One sentence for people. */
  public String describe() {
    String what = placed + " of " + wanted + " " + type + " have a place";
    String instead = "; without it " + possible + " would";
    return switch (cause) {
      case AREA -> what + ": the ground inside the setback does not hold more";
      case SLOPE -> what + ": the rest of the ground is steeper than allowed" + instead;
      case SPACING -> what + ": the distance to other assets takes up the room" + instead;
      case EXCLUSIONS -> what + ": exclusions and their buffer take up the room" + instead;
      case ACCESS -> what + ": no road gets to the rest of the ground" + instead;
    };
  }
}
