package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How attempts run, where, and how many there may be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Execution(
    @JsonPropertyDescription("How long one attempt may run, in seconds, 1 to 604800. Default: 240.")
        @Min(1) @Max(604_800) @Nullable Integer timeoutSeconds,
    @JsonPropertyDescription(
            "How long one attempt may wait for quota, a node, its image and its volumes before it"
                + " runs, in seconds, 1 to 604800. Default: 900.")
        @Min(1) @Max(604_800) @Nullable Integer startDeadlineSeconds,
    @JsonPropertyDescription(
            "Attempts that may fail before the job does, 1 to 100. Those that the cluster took away"
                + " do not count. Default: 5.")
        @Min(1) @Max(100) @Nullable Integer maxAttempts,
    @JsonPropertyDescription("The wait between attempts. Default: up to 10 s, then twice as long.")
        @Nullable Backoff backoff,
    @JsonPropertyDescription("Compute resources of the runner. Default: the operator's setting.")
        @Nullable Resources resources,
    @JsonPropertyDescription("PriorityClass of the runner's Pod. Default: the cluster's.")
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") @Nullable String priorityClassName,
    @JsonPropertyDescription("Labels that a node must have to run the Pod. Default: none.")
        @Size(max = 16) @Nullable Map<String, @Size(max = 63) String> nodeSelector,
    @JsonPropertyDescription("Taints of nodes that the Pod puts up with. Default: none.")
        @Size(max = 16) @Nullable List<Toleration> tolerations,
    @JsonPropertyDescription("RuntimeClass of the Pod, such as gvisor. Default: the node's own.")
        @Size(min = 1, max = 253) @Pattern("^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$") @Nullable String runtimeClassName,
    @JsonPropertyDescription(
            "LocalQueue of Kueue that admits the runner's Job, as its label"
                + " kueue.x-k8s.io/queue-name. Default: none.")
        @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$") @Nullable String queueName) {}
