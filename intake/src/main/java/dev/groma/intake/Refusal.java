package dev.groma.intake;

import dev.groma.api.reason.RefusalReason;
import java.util.List;

/** A message can never become a job. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** What of a detail is kept. Chosen: it has to fit a message's attribute and a log line. */
  private static final int MOST_CHARACTERS = 1000;

  private final RefusalReason reason;
  private final String detail;

  Refusal(RefusalReason reason, String detail) {
    super(detail);
    this.reason = reason;
    this.detail = detail;
  }

  /** Of several mistakes, all of them in one line. */
  static Refusal of(RefusalReason reason, List<String> mistakes) {
    return new Refusal(reason, String.join("; ", mistakes));
  }

  /** The same, told of something that stands inside of something else. */
  Refusal in(String place) {
    return place.isEmpty() ? this : new Refusal(reason, "in %s: %s".formatted(place, detail));
  }

  Reading.Refused reading() {
    return new Reading.Refused(
        reason,
        detail.length() <= MOST_CHARACTERS
            ? detail
            : detail.substring(0, MOST_CHARACTERS - 3) + "...");
  }
}
