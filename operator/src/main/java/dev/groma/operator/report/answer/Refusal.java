package dev.groma.operator.report.answer;

import dev.groma.api.reason.Reason;

/**
 * Why a report is refused. The constants are spelled as they stand in the type of a problem and in
 * metrics; docs/reference/report-endpoint.md lists them.
 */
public enum Refusal {
  Malformed(400, Reason.RunnerProtocolError, "The body is not a report of the runner contract."),
  TokenMissing(401, Reason.RunnerProtocolError, "The request carries no bearer token."),
  TokenInvalid(401, Reason.RunnerProtocolError, "The API server does not know the token."),
  TokenExpired(401, Reason.RunnerProtocolError, "The token has expired."),
  WrongAudience(401, Reason.RunnerProtocolError, "The token is meant for someone else."),
  WrongNamespace(403, Reason.RunnerProtocolError, "The token is of a Pod of another namespace."),
  WrongPod(403, Reason.RunnerProtocolError, "The token is not of a Pod of this attempt."),
  NotFound(404, Reason.RunnerProtocolError, "There is nothing under this path."),
  MethodNotAllowed(405, Reason.RunnerProtocolError, "Reports are sent by POST."),
  TooSlow(408, Reason.TransientFailure, "The body did not arrive in time."),
  OldAttempt(409, Reason.Stopped, "Another attempt is the current one."),
  OtherResult(409, Reason.RunnerProtocolError, "This attempt has stored another result before."),
  NameTaken(409, Reason.NameTaken, "The names of the result's ConfigMap belong to others."),
  JobOver(410, Reason.Stopped, "The job has reached its end."),
  JobGone(410, Reason.Stopped, "The job or the attempt has been deleted."),
  BodyTooLarge(413, Reason.ResultTooLarge, "The body is longer than any report."),
  ResultTooLarge(413, Reason.ResultTooLarge, "The artifacts do not fit a ConfigMap."),
  MediaType(415, Reason.RunnerProtocolError, "Reports are application/json, not encoded."),
  WrongDigest(422, Reason.RunnerProtocolError, "Size or digest is not that of the content."),
  StoreRefused(422, Reason.RunnerProtocolError, "The API server never takes this ConfigMap."),
  Fault(500, Reason.TransientFailure, "The operator has a fault."),
  Busy(503, Reason.TransientFailure, "Too many reports arrive at once."),
  Unavailable(503, Reason.TransientFailure, "The API server does not take this now.");

  private final int status;
  private final Reason reason;
  private final String title;

  Refusal(int status, Reason reason, String title) {
    this.status = status;
    this.reason = reason;
    this.title = title;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** What a runner ends with that gives up because of this. */
  public Reason reason() {
    return reason;
  }

  /** One sentence. */
  public String title() {
    return title;
  }
}
