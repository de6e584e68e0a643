package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import dev.groma.api.runner.RequestInput;
import dev.groma.api.runner.RunnerContract;
import dev.groma.api.runner.RunnerRequest;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Job of an attempt: the same attempt and settings give the same Job.
 *
 * <p>The Pod fits the restricted Pod Security Standard and holds no credential. What the runner has
 * to know reaches it through annotations of the Pod and the downward API, so no further object is
 * needed; an inline input has an annotation to itself, because inside the request's JSON each of
 * its quotes would cost a byte more of the 256 KiB that annotations may take.
 */
public final class AttemptManifest {

  /** Name of the runner's container. */
  static final String CONTAINER = "runner";

  private static final String REQUEST_VOLUME = "request";
  private static final String OUTPUT_VOLUME = "output";
  private static final String SCRATCH_VOLUME = "scratch";
  private static final String REQUEST_FOLDER = "/groma/request";
  private static final String OUTPUT_FOLDER = "/groma/output";
  private static final String TERMINATION_LOG = "/dev/termination-log";
  private static final String INPUT_FOLDER = "inputs/";

  /** The user of images that are made to run as anyone but root. */
  private static final long NOBODY = 65532;

  private final PodSettings settings;

  /** Makes Jobs whose Pods have these settings. */
  public AttemptManifest(PodSettings settings) {
    this.settings = settings;
  }

  /**
   * The Job of an attempt.
   *
   * @param owner the LayoutJob
   * @param attempt number of the attempt, from 1
   * @param block what is to run; each input has exactly one source
   * @param correlationId the submitter's own name for the LayoutJob
   */
  public Job of(
      JobReference owner, int attempt, EngineBlock block, @Nullable String correlationId) {
    Map<String, String> labels = AttemptLabels.of(owner.uid(), attempt);
    return new JobBuilder()
        .withNewMetadata()
        .withName(AttemptName.of(owner.name(), owner.uid(), attempt))
        .withNamespace(owner.namespace())
        .withLabels(new TreeMap<>(labels))
        .addToAnnotations(AttemptLabels.LAYOUT_JOB, owner.name())
        .addNewOwnerReference()
        .withApiVersion(LayoutJob.API_VERSION)
        .withKind(LayoutJob.KIND)
        .withName(owner.name())
        .withUid(owner.uid())
        .withController(true)
        .withBlockOwnerDeletion(true)
        .endOwnerReference()
        .endMetadata()
        .withNewSpec()
        // The operator decides on another attempt; a Pod that a disruption took does not count.
        .withBackoffLimit(0)
        .withPodReplacementPolicy("Failed")
        .withNewPodFailurePolicy()
        .addNewRule()
        .withAction("Ignore")
        .addNewOnPodCondition()
        .withType("DisruptionTarget")
        .withStatus("True")
        .endOnPodCondition()
        .endRule()
        .endPodFailurePolicy()
        .withTemplate(template(owner, attempt, block, correlationId, labels))
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(
      JobReference owner,
      int attempt,
      EngineBlock block,
      @Nullable String correlationId,
      Map<String, String> labels) {
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(AttemptLabels.LAYOUT_JOB, owner.name());
    annotations.put(AttemptLabels.REQUEST, request(owner, attempt, block, correlationId));
    for (NamedInput input : block.inputs()) {
      String inline = input.source().inline();
      if (inline != null) {
        annotations.put(AttemptLabels.INPUT_PREFIX + input.name(), inline);
      }
    }
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(new TreeMap<>(labels))
        .withAnnotations(annotations)
        .endMetadata()
        .withSpec(pod(block))
        .build();
  }

  private static String request(
      JobReference owner, int attempt, EngineBlock block, @Nullable String correlationId) {
    List<RequestInput> inputs =
        block.inputs().stream()
            .map(input -> RequestInput.ofFile(input.name(), INPUT_FOLDER + input.name()))
            .toList();
    return RunnerContract.canonicalJson(
        RunnerRequest.of(
            owner,
            attempt,
            new RunnerRequest.Work(block.engine(), block.parameters(), 0, inputs),
            new RunnerRequest.Delivery(240, null, null),
            correlationId));
  }

  private PodSpec pod(EngineBlock block) {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withAutomountServiceAccountToken(false)
        // In a namespace with thousands of Services their variables would not fit the command line.
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(settings.terminationGracePeriod().toSeconds())
        .withImagePullSecrets(settings.pullSecrets())
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(NOBODY)
        .withRunAsGroup(NOBODY)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container())
        .addNewVolume()
        .withName(REQUEST_VOLUME)
        .withProjected(RequestVolume.of(block))
        .endVolume()
        .addNewVolume()
        .withName(OUTPUT_VOLUME)
        .withNewEmptyDir()
        .withSizeLimit(settings.output())
        .endEmptyDir()
        .endVolume()
        .addNewVolume()
        .withName(SCRATCH_VOLUME)
        .withNewEmptyDir()
        .withSizeLimit(settings.scratch())
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private Container container() {
    return new ContainerBuilder()
        .withName(CONTAINER)
        .withImage(settings.image())
        .withImagePullPolicy(settings.imagePullPolicy())
        .withArgs(
            "attempt",
            "--request",
            REQUEST_FOLDER,
            "--output",
            OUTPUT_FOLDER,
            "--termination-log",
            TERMINATION_LOG)
        .withResources(settings.requirements())
        .withTerminationMessagePath(TERMINATION_LOG)
        .withTerminationMessagePolicy("File")
        .withNewSecurityContext()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .endSecurityContext()
        .addNewVolumeMount()
        .withName(REQUEST_VOLUME)
        .withMountPath(REQUEST_FOLDER)
        .withReadOnly(true)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName(OUTPUT_VOLUME)
        .withMountPath(OUTPUT_FOLDER)
        .endVolumeMount()
        .addNewVolumeMount()
        .withName(SCRATCH_VOLUME)
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  /** The file of an input, below the request's folder. */
  static String inputFile(NamedInput input) {
    return INPUT_FOLDER + input.name();
  }
}
