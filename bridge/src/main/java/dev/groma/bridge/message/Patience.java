package dev.groma.bridge.message;

import java.util.OptionalLong;

/**
 * How long a message in trouble stays in hand: as long as it may be our trouble. Held, it uses up
 * none of the receives after which SQS gives it up.
 */
public final class Patience {

  private Patience() {}

  /**
   * Whether to let it go after all: the error may be its own, and it failed again while others of
   * its queue were stored.
   *
   * @param successesBefore how many were stored when it failed before; empty the first time
   * @param successesNow how many are now
   */
  public static boolean isOver(Trouble trouble, OptionalLong successesBefore, long successesNow) {
    return !trouble.kind().ours()
        && successesBefore.isPresent()
        && successesNow > successesBefore.getAsLong();
  }
}
