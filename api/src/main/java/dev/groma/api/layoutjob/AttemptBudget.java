package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/** What is used up of the attempts that a job has. */
public record AttemptBudget(
    @JsonPropertyDescription("The spec.retry under which these attempts are counted.")
        @Required
        @Min(0) int retry,
    @JsonPropertyDescription("Attempts that failed and count against execution.maxAttempts.")
        @Required
        @Min(0) int failures,
    @JsonPropertyDescription("Attempts that the cluster took away; they have a bound of their own.")
        @Required
        @Min(0) int disruptions) {

  /** The budget of a job that has not been tried under this spec.retry. */
  public static AttemptBudget unused(int retry) {
    return new AttemptBudget(retry, 0, 0);
  }
}
