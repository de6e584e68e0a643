package dev.groma.operator.attempt;

/** Names the Job of an attempt, always the same for the same attempt. */
public final class AttemptName {

  /** A Job's name becomes a label of its Pods, and labels end here. */
  private static final int MAX_LENGTH = 63;

  /** Enough of a random UID to keep namesakes apart; a clash is noticed by the owner's UID. */
  private static final int UID_DIGITS = 8;

  private AttemptName() {}

  /**
   * Such as {@code ridge-north-4f7c2a91-1}: at most 63 letters, digits and hyphens.
   *
   * @param layoutJob name of the LayoutJob, up to 253 characters, in which dots may stand
   * @param uid of the LayoutJob
   * @param attempt number of the attempt, from 1
   */
  public static String of(String layoutJob, String uid, int attempt) {
    String digits = uid.replace("-", "");
    String suffix =
        "-%s-%d".formatted(digits.substring(0, Math.min(UID_DIGITS, digits.length())), attempt);
    String start = layoutJob.replace('.', '-');
    String cut = start.substring(0, Math.min(start.length(), MAX_LENGTH - suffix.length()));
    return cut.replaceAll("-+$", "") + suffix;
  }
}
