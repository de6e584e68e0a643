package dev.groma.cluster.faults;

/**
 * Which of the requests that match an injection it strikes, counted from its own start.
 *
 * @param first from 1
 * @param last not before the first
 */
public record Turns(int first, int last) {

  /** Checks the order. */
  public Turns {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("no turns from %d to %d".formatted(first, last));
    }
  }

  /** Each. */
  public static Turns every() {
    return new Turns(1, Integer.MAX_VALUE);
  }

  /** The n-th alone. */
  public static Turns only(int n) {
    return new Turns(n, n);
  }

  /** The first n. */
  public static Turns upTo(int n) {
    return new Turns(1, n);
  }

  boolean include(int turn) {
    return turn >= first && turn <= last;
  }
}
