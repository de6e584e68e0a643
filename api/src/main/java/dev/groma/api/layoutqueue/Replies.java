package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told how jobs ended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replies(
    @JsonPropertyDescription(
            "URLs of queues that a message may name in its attribute replyTo, at most 20; a message"
                + " that names another goes to the dead-letter queue. Default: none.")
        @Size(max = 20) @Nullable List<@Size(min = 1, max = 1024) @Pattern(SqsQueue.URL_PATTERN) String> allowed,
    @JsonPropertyDescription(
            "URL of the queue for replies to messages that name none. Default: none, they get no"
                + " reply.")
        @Size(min = 1, max = 1024) @Pattern(SqsQueue.URL_PATTERN) @Nullable String url) {}
