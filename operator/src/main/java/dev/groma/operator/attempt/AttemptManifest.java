package dev.groma.operator.attempt;

import dev.groma.api.layoutjob.EngineBlock.NamedInput;
import dev.groma.api.layoutjob.Execution;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Makes the Job of an attempt: the same assignment and settings give the same Job.
 *
 * <p>What the runner has to know reaches it through annotations of its Pod and the downward API, so
 * no further object is needed; an inline input has an annotation to itself, because inside the
 * request's JSON each of its quotes would cost a byte more of the 256 KiB that annotations may
 * take.
 */
public final class AttemptManifest {

  /** Name of the runner's container. */
  static final String CONTAINER = "runner";

  private final PodSettings settings;
  private final Supplier<ReportAccess> report;

  /**
   * Makes Jobs whose Pods have these settings.
   *
   * @param report how runners reach the operator, asked for with each Job: the port and the
   *     certificates are known only when the endpoint listens, and certificates are renewed
   */
  public AttemptManifest(PodSettings settings, Supplier<ReportAccess> report) {
    this.settings = settings;
    this.report = report;
  }

  /** The Job of an attempt. */
  public Job of(Assignment assignment) {
    JobReference owner = assignment.owner();
    Map<String, String> labels = new TreeMap<>(AttemptLabels.of(owner.uid(), assignment.attempt()));
    Map<String, String> jobLabels = new TreeMap<>(labels);
    Execution execution = assignment.execution();
    if (execution != null && execution.queueName() != null) {
      jobLabels.put(AttemptLabels.KUEUE_QUEUE, execution.queueName());
    }
    return new JobBuilder()
        .withNewMetadata()
        .withName(AttemptName.of(owner.name(), owner.uid(), assignment.attempt()))
        .withNamespace(owner.namespace())
        .withLabels(jobLabels)
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
        // One Pod for each attempt, so that its number is a fence: the operator alone retries.
        .withBackoffLimit(0)
        .withPodReplacementPolicy("Failed")
        .withTemplate(template(assignment, labels))
        .endSpec()
        .build();
  }

  private PodTemplateSpec template(Assignment assignment, Map<String, String> labels) {
    ReportAccess access = report.get();
    Map<String, String> annotations = new TreeMap<>();
    annotations.put(AttemptLabels.LAYOUT_JOB, assignment.owner().name());
    annotations.put(AttemptLabels.REQUEST, RequestDocument.of(assignment, access));
    annotations.put(AttemptLabels.REPORT_CA, access.authorityPem());
    for (NamedInput input : assignment.block().inputs()) {
      String inline = input.source().inline();
      if (inline != null) {
        annotations.put(AttemptLabels.INPUT_PREFIX + input.name(), inline);
      }
    }
    return new PodTemplateSpecBuilder()
        .withNewMetadata()
        .withLabels(labels)
        .withAnnotations(annotations)
        .endMetadata()
        .withSpec(new PodManifest(settings, access).of(assignment))
        .build();
  }
}
