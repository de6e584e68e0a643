package dev.groma.bridge.consume;

/** Where messages in trouble wait for their turn to be tried again. */
@FunctionalInterface
public interface Gate {

  /**
   * Waits until the breaker lets one through.
   *
   * @return false when the bridge is stopping instead
   */
  boolean awaitTurn();
}
