package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** The runner of one attempt. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Runner(
    @JsonPropertyDescription("Name of the batch/v1 Job in the job's namespace.") @Size(max = 63) @Nullable String jobName,
    @JsonPropertyDescription("Name of its Pod.") @Size(max = 253) @Nullable String podName,
    @JsonPropertyDescription("Node that the Pod ran on.") @Size(max = 253) @Nullable String node,
    @JsonPropertyDescription("Number of the attempt, from 1.") @Min(1) int attempt) {}
