package dev.groma.engine;

/** The run was asked to stop and did. */
public final class CancelledException extends EngineException {

  private static final long serialVersionUID = 1L;

  /** The run was asked to stop and did. */
  public CancelledException() {
    super("cancelled");
  }
}
