package dev.groma.api.layoutjob;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** Amounts of a runner's compute resources, as Kubernetes quantities. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResourceAmounts(
    @JsonPropertyDescription("Processors, such as 500m or 2. Default: the operator's setting.")
        @Size(max = 32) @Pattern("^[0-9]+([.][0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$") @Nullable String cpu,
    @JsonPropertyDescription("Memory, such as 512Mi or 4Gi. Default: the operator's setting.")
        @Size(max = 32) @Pattern("^[0-9]+([.][0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$") @Nullable String memory) {}
