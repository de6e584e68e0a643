package dev.groma.api.reason;

/** What a reason means for the attempt that ends with it, and so for its job. */
public enum Ending {
  /** Not the end of an attempt: a stage on the way, or a state that is reported. */
  NONE("not an end"),
  /** The answer, or an end that somebody asked for. */
  FINAL("final"),
  /** The same would happen again: the job fails. */
  PERMANENT("the job fails"),
  /** It may work the next time: counts against execution.maxAttempts. */
  COUNTED("tried again, counted"),
  /** Counted, and the next attempt gets more memory; at the limit the job fails. */
  OUT_OF_MEMORY("tried again with more memory, counted"),
  /** The cluster took the attempt away: tried again, not counted, within a bound of its own. */
  DISRUPTION("tried again, not counted");

  private final String meaning;

  Ending(String meaning) {
    this.meaning = meaning;
  }

  /** A few words for the documentation. */
  public String meaning() {
    return meaning;
  }

  /** Whether another attempt of the same job may succeed. */
  public boolean retryable() {
    return switch (this) {
      case NONE, FINAL, PERMANENT -> false;
      case COUNTED, OUT_OF_MEMORY, DISRUPTION -> true;
    };
  }
}
