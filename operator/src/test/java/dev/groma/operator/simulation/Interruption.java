package dev.groma.operator.simulation;

/** What a reconcile is interrupted by. */
abstract sealed class Interruption extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private Interruption(String message) {
    super(message, null, false, false);
  }

  /** A request has no answer, or a bad one. */
  static final class NoAnswer extends Interruption {
    private static final long serialVersionUID = 1L;

    NoAnswer() {
      super("no answer from the API server");
    }
  }

  /** The process is gone. */
  static final class Killed extends Interruption {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("the operator is killed");
    }
  }
}
