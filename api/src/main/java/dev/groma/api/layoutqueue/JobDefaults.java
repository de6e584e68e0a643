package dev.groma.api.layoutqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.Output;
import dev.groma.api.layoutjob.Reuse;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** What jobs get that their messages do not say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobDefaults(
    @JsonPropertyDescription(
            "Namespace of the jobs. One other than the LayoutQueue's own has to allow it by its"
                + " annotation groma.dev/layout-queues, a list of NAMESPACE/NAME separated by commas."
                + " Default: that of the LayoutQueue.")
        @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$") @Nullable String namespace,
    @JsonPropertyDescription(
            "Where artifacts go. Messages that tell of objects below it are refused, or jobs would"
                + " make jobs. Default: the operator's setting, else a ConfigMap beside the job.")
        @Nullable Output output,
    @JsonPropertyDescription(
            "How attempts run and how many there may be, member by member. Default: as each field"
                + " says.")
        @Nullable Execution execution,
    @JsonPropertyDescription(
            "Whether the answer of an earlier job will do, member by member. Default: it will not.")
        @Nullable Reuse reuse,
    @JsonPropertyDescription(
            "Jobs are deleted this many seconds after they ended, 0 to 31536000. Default: the"
                + " operator's setting, else they are kept.")
        @Min(0) @Max(31_536_000) @Nullable Integer ttlSecondsAfterFinished) {

  /** Nothing said. */
  public static final JobDefaults NONE = new JobDefaults(null, null, null, null, null);
}
