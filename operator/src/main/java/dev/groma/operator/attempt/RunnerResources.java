package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.ResourceAmounts;
import dev.groma.api.layoutjob.Resources;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import org.jspecify.annotations.Nullable;

/** The compute resources of a runner's container. */
final class RunnerResources {

  private RunnerResources() {}

  /**
   * What the spec asks for, else the settings.
   *
   * @param memory the limit; also the request, unless the spec asks for less
   */
  static ResourceRequirements of(
      @Nullable Execution execution, String memory, PodSettings settings) {
    Resources resources = execution == null ? null : execution.resources();
    ResourceAmounts requests = resources == null ? null : resources.requests();
    ResourceAmounts limits = resources == null ? null : resources.limits();
    ResourceRequirementsBuilder requirements =
        new ResourceRequirementsBuilder()
            .addToRequests("cpu", cpu(requests, settings.cpu()))
            .addToRequests("memory", request(requests, memory))
            .addToLimits("memory", Quantity.parse(memory));
    if (limits != null && limits.cpu() != null) {
      requirements.addToLimits("cpu", Quantity.parse(limits.cpu()));
    }
    return requirements.build();
  }

  private static Quantity cpu(@Nullable ResourceAmounts requests, Quantity usual) {
    return requests == null || requests.cpu() == null ? usual : Quantity.parse(requests.cpu());
  }

  private static Quantity request(@Nullable ResourceAmounts requests, String limit) {
    String asked = requests == null ? null : requests.memory();
    boolean less = asked != null && Memory.parse(limit).isMoreThan(Memory.parse(asked));
    return Quantity.parse(less ? asked : limit);
  }
}
