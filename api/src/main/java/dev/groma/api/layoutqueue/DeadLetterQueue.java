package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Where messages go that can never become a job. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterQueue(
    @JsonPropertyDescription(
            "URL of the dead-letter queue. Default: that of the queue's redrive policy.")
        @Size(min = 1, max = 1024) @Pattern(SqsQueue.URL_PATTERN) @Nullable String url,
    @JsonPropertyDescription(
            "True sends a copy of the message there as well when its job failed, with the job's"
                + " reason. Default: false.")
        @Nullable Boolean onJobFailure) {

  /** Nothing said: the defaults. */
  public static final DeadLetterQueue DEFAULT = new DeadLetterQueue(null, null);

  /** Whether messages of failed jobs go there as well. */
  public boolean takesFailedJobs() {
    return Boolean.TRUE.equals(onJobFailure);
  }
}
