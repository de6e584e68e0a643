package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.runner.RunnerContract;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.List;
import java.util.Objects;

/**
 * Makes the Pod of an attempt. It fits the restricted Pod Security Standard and holds no credential
 * but a token that only the report endpoint takes.
 *
 * @param settings of all runners' Pods
 * @param report how the runner reaches the operator
 */
record PodManifest(PodSettings settings, ReportAccess report) {

  /** The user of images that are made to run as anyone but root. */
  private static final long NOBODY = 65532;

  /** Room for the kubelet's own steps, on top of what an attempt may take. Chosen. */
  private static final long SLACK_SECONDS = 120;

  PodSpec of(Assignment assignment) {
    RunnerVolumes volumes = RunnerVolumes.of(assignment, settings, report);
    PodSpecBuilder pod =
        new PodSpecBuilder()
            .withRestartPolicy("Never")
            .withAutomountServiceAccountToken(false)
            .withServiceAccountName(settings.serviceAccount())
            // In a namespace with thousands of Services their variables would not fit the command
            // line.
            .withEnableServiceLinks(false)
            .withTerminationGracePeriodSeconds(settings.terminationGracePeriod().toSeconds())
            .withActiveDeadlineSeconds(deadline(assignment))
            .withImagePullSecrets(settings.pullSecrets())
            .withNewSecurityContext()
            .withRunAsNonRoot(true)
            .withRunAsUser(NOBODY)
            .withRunAsGroup(NOBODY)
            .withFsGroup(NOBODY)
            .withNewSeccompProfile()
            .withType("RuntimeDefault")
            .endSeccompProfile()
            .endSecurityContext()
            .withContainers(container(assignment, volumes))
            .withVolumes(volumes.volumes());
    Execution execution = assignment.execution();
    if (execution != null) {
      pod.withPriorityClassName(execution.priorityClassName())
          .withRuntimeClassName(execution.runtimeClassName())
          .withNodeSelector(execution.nodeSelector())
          .withTolerations(tolerations(execution));
    }
    return pod.build();
  }

  /** The kubelet ends what nobody else has: an operator that is down, a runner that hangs. */
  private long deadline(Assignment assignment) {
    return assignment.limits().startDeadline().toSeconds()
        + assignment.limits().timeout().toSeconds()
        + settings.terminationGracePeriod().toSeconds()
        + SLACK_SECONDS;
  }

  private static List<Toleration> tolerations(Execution execution) {
    return Objects.requireNonNullElse(
            execution.tolerations(), List.<dev.groma.api.layoutjob.Toleration>of())
        .stream()
        .map(given ->
            new Toleration(
                given.effect(),
                given.key(),
                given.operator(),
                given.tolerationSeconds(),
                given.value()))
        .toList();
  }

  private Container container(Assignment assignment, RunnerVolumes volumes) {
    ContainerBuilder container =
        new ContainerBuilder()
            .withName(AttemptManifest.CONTAINER)
            .withImage(settings.image())
            .withImagePullPolicy(settings.imagePullPolicy())
            .withArgs(
                "attempt",
                "--request",
                RunnerPaths.REQUEST,
                "--output",
                RunnerPaths.OUTPUT,
                "--termination-log",
                RunnerPaths.TERMINATION_LOG)
            .withResources(
                RunnerResources.of(assignment.execution(), assignment.limits().memory(), settings))
            .withTerminationMessagePath(RunnerPaths.TERMINATION_LOG)
            .withTerminationMessagePolicy("File")
            .withNewSecurityContext()
            .withAllowPrivilegeEscalation(false)
            .withReadOnlyRootFilesystem(true)
            .withNewCapabilities()
            .withDrop("ALL")
            .endCapabilities()
            .endSecurityContext()
            .withVolumeMounts(volumes.mounts());
    if (needsS3(assignment)) {
      container.withEnv(settings.s3().environment()).withEnvFrom(settings.s3().secrets());
    }
    if (assignment.traceparent() != null) {
      container
          .addNewEnv()
          .withName(RunnerContract.TRACEPARENT)
          .withValue(assignment.traceparent())
          .endEnv();
    }
    return container.build();
  }

  private static boolean needsS3(Assignment assignment) {
    return assignment.output().s3() != null
        || assignment.block().inputs().stream()
            .map(NamedInput::source)
            .anyMatch(source -> source.s3() != null);
  }
}
