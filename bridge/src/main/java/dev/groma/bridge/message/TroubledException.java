package dev.groma.bridge.message;

/** Something could not be done though nothing is wrong with what was asked for. */
public final class TroubledException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /** With what is wrong. */
  public TroubledException(Trouble trouble) {
    super(trouble.words());
    this.trouble = trouble;
  }

  /** What is wrong. */
  public Trouble trouble() {
    return trouble;
  }
}
