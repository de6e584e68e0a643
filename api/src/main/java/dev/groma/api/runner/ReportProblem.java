package dev.groma.api.runner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.groma.api.reason.Reason;

/**
 * Why the operator's report endpoint refuses a report: a problem of RFC 9457, {@code
 * application/problem+json}.
 *
 * @param type {@link #TYPE_PREFIX} and one word for the kind of refusal
 * @param title the same for a person
 * @param status of HTTP
 * @param detail what is wrong here and what to do
 * @param reason what a runner ends with that gives up because of it
 */
public record ReportProblem(
    @JsonProperty(required = true) String type,
    @JsonProperty(required = true) String title,
    @JsonProperty(required = true) int status,
    @JsonProperty(required = true) String detail,
    @JsonProperty(required = true) Reason reason) {

  /** The start of every type. */
  public static final String TYPE_PREFIX = "urn:groma:report:";

  public ReportProblem {
    RunnerDocuments.required(type, "type");
    RunnerDocuments.required(title, "title");
    RunnerDocuments.required(detail, "detail");
    RunnerDocuments.required(reason, "reason");
  }
}
