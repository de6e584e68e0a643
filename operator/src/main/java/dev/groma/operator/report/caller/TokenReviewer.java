package dev.groma.operator.report.caller;

/** Asks who a token belongs to. */
@FunctionalInterface
public interface TokenReviewer {

  /**
   * The answer of the API server.
   *
   * @param token as it came
   * @throws dev.groma.operator.report.answer.RefusedException when there is no answer
   */
  Review review(String token);

  /** What the API server says. */
  sealed interface Review {

    /**
     * The token is good.
     *
     * @param pod that it is bound to
     */
    record Known(PodIdentity pod) implements Review {}

    /**
     * The token is good and not that of a Pod.
     *
     * @param user whose it is
     */
    record NoPod(String user) implements Review {}

    /**
     * The token is not good, or not for us.
     *
     * @param words of the API server
     */
    record Unknown(String words) implements Review {}
  }
}
