package dev.groma.operator.report.admission;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.operator.report.admission.Verdict.Admitted;
import dev.groma.operator.report.admission.Verdict.Refused;
import dev.groma.operator.report.answer.RefusedException;
import dev.groma.operator.report.caller.PodIdentity;

/**
 * Decides on a caller: by the caches where they say yes, and by the API server itself before
 * anybody is refused, because caches can lag behind.
 */
public final class Admission {

  private final AttemptObjects cached;
  private final AttemptObjects live;

  /**
   * Looks objects up in two places.
   *
   * @param cached cheap, possibly empty or a little behind
   * @param live the API server
   */
  public Admission(AttemptObjects cached, AttemptObjects live) {
    this.cached = cached;
    this.live = live;
  }

  /**
   * The LayoutJob that a caller may report for, as fresh as it was needed.
   *
   * @throws RefusedException when it may not, or nobody can say
   */
  public LayoutJob admit(AttemptPath path, PodIdentity caller) {
    Verdict verdict = Verdict.of(path, caller, cached);
    return switch (verdict instanceof Refused ? Verdict.of(path, caller, live) : verdict) {
      case Admitted(LayoutJob job) -> job;
      case Refused(var refusal, String detail) -> throw new RefusedException(refusal, detail);
    };
  }
}
