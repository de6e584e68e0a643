package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** An SQS queue. */
@ValidationRule(
    value = "self.url == oldSelf.url",
    message = "the queue's url cannot change: create another LayoutQueue to read another queue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SqsQueue(
    @JsonPropertyDescription(
            "URL of the queue, such as https://sqs.eu-central-1.amazonaws.com/123456789012/jobs."
                + " Cannot change. Required.")
        @Required
        @Size(min = 1, max = 1024) @Pattern(SqsQueue.URL_PATTERN) String url,
    @JsonPropertyDescription(
            "Region of the queue. Default: that in the url, else that of the bridge.")
        @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$") @Nullable String region,
    @JsonPropertyDescription(
            "Address of an SQS other than Amazon's, such as http://elasticmq:9324. Default: Amazon's"
                + " of the region.")
        @Size(min = 1, max = 1024) @Pattern(SqsQueue.URL_PATTERN) @Nullable String endpoint) {

  /** What an HTTP address looks like: a host, and no white space or quotes. */
  public static final String URL_PATTERN = "^https?://[^/\\s\"'<>]+(/[^\\s\"'<>]*)?$";

  /** In the place of a queue that could not be read. */
  static final SqsQueue UNKNOWN = new SqsQueue("", null, null);
}
