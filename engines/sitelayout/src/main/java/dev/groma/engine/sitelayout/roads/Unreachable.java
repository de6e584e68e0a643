package dev.groma.engine.sitelayout.roads;

/**
 * An asset that no road reaches.
 *
 * @param asset its id
 * @param x of the place where the road fails: the place nearest to the network that it gets to
 * @param y of that place
 * @param cause what stops it there
 */
public record Unreachable(String asset, double x, double y, Cause cause) {

  /** What stops a road. */
  public enum Cause {
    /** The ground ahead is steeper than impassable. */
    STEEP("the ground ahead is steeper than a road can climb"),
    /** An exclusion or the boundary. */
    CLOSED("an exclusion or the boundary is in the way"),
    /** Another asset. */
    OCCUPIED("other assets leave no room for a road"),
    /** Cells leave a way, but a road with its width and its bends does not fit through. */
    NARROW("there is too little room for a road and its bends"),
    /** The way exists, but not within the grade: too much height on too little length. */
    GRADE("the height between both ends is too much for the length of the road");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }
}
