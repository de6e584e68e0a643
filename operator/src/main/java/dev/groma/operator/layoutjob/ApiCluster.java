package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.runner.JobReference;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.PodState;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.attempt.RunnerPod;
import dev.groma.operator.layoutjob.Snapshot.Sight;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The world through the SDK's caches and the API server. */
final class ApiCluster implements Cluster {

  private static final PatchContext MERGE =
      new PatchContext.Builder()
          .withPatchType(PatchType.JSON_MERGE)
          .withFieldManager(LayoutJobReconciler.FIELD_MANAGER)
          .build();

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;

  private final LayoutJob primary;
  private final Context<LayoutJob> context;
  private final AttemptManifest manifest;
  private final OperatorMetrics metrics;
  private final Events events;
  private final JobReference reference;

  ApiCluster(
      LayoutJob primary,
      Context<LayoutJob> context,
      AttemptManifest manifest,
      OperatorMetrics metrics,
      InstantSource clock) {
    this.primary = primary;
    this.context = context;
    this.manifest = manifest;
    this.metrics = metrics;
    this.events = new Events(context.getClient(), clock);
    this.reference =
        new JobReference(
            primary.getMetadata().getNamespace(),
            primary.getMetadata().getName(),
            primary.getMetadata().getUid());
  }

  @Override
  public Snapshot observe() {
    return Observer.snapshot(
        primary,
        context.getSecondaryResources(Job.class),
        context.getSecondaryResources(Pod.class),
        new Sight.Cached());
  }

  @Override
  public Snapshot lookCloser(Snapshot seen) {
    metrics.lookedCloser();
    KubernetesClient client = context.getClient();
    String name = AttemptDecider.jobName(reference);
    List<Job> jobs =
        Stream.ofNullable(
                client.batch().v1().jobs().inNamespace(reference.namespace()).withName(name).get())
            .toList();
    List<Pod> pods =
        client
            .pods()
            .inNamespace(reference.namespace())
            .withLabels(AttemptLabels.selector(reference.uid()))
            .list()
            .getItems();
    Snapshot quiet = Observer.snapshot(primary, jobs, pods, new Sight.Live(List.of()));
    List<String> warnings =
        slow(quiet).map(uid -> events.warnings(reference, uid)).orElse(List.of());
    return Observer.snapshot(primary, jobs, pods, new Sight.Live(warnings));
  }

  /** The UID of the object that keeps the attempt waiting: a Pod, or the Job that has none. */
  private static Optional<String> slow(Snapshot seen) {
    return seen.pods().stream()
        .filter(pod -> pod.state() instanceof PodState.Starting)
        .map(RunnerPod::uid)
        .findFirst()
        .or(() ->
            Optional.ofNullable(seen.job())
                .filter(job -> seen.pods().isEmpty())
                .map(RunnerJob::uid));
  }

  @Override
  public Creation createJob(Decision.CreateJob decision) {
    Job job =
        manifest.of(
            reference,
            decision.attempt(),
            decision.order().block(),
            decision.order().correlationId());
    try {
      metrics.write("job", () -> context.resourceOperations().create(job, jobs()));
      return new Creation.Done();
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> conflict(job, e);
        case HttpURLConnection.HTTP_FORBIDDEN -> new Creation.NotNow(words(e));
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE, TOO_LARGE ->
            new Creation.Refused(words(e));
        default -> throw e;
      };
    }
  }

  /** An answer that got lost, an operator before this one, or someone else's Job. */
  private Creation conflict(Job wanted, KubernetesClientException conflict) {
    Job there =
        context
            .getClient()
            .batch()
            .v1()
            .jobs()
            .inNamespace(reference.namespace())
            .withName(wanted.getMetadata().getName())
            .get();
    if (there == null) {
      throw conflict;
    }
    if (Observer.isJobOf(there, reference)) {
      return new Creation.Done();
    }
    return new Creation.NameTaken(
        Observer.controller(there)
            .map(owner -> owner.getKind() + " " + owner.getName())
            .orElse("no one"));
  }

  @Override
  public Write writeStatus(LayoutJobStatus status) {
    LayoutJob fresh = new LayoutJob();
    fresh.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace(reference.namespace())
            .withName(reference.name())
            // A successor of the same name is not to inherit this status.
            .withUid(reference.uid())
            .build());
    fresh.setStatus(status);
    try {
      LayoutJob stored = metrics.write("status", () -> apply(fresh));
      return new Write.Done(Objects.requireNonNullElse(stored.getMetadata().getGeneration(), 0L));
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_CONFLICT -> new Write.Gone();
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE -> new Write.Refused(words(e));
        default -> throw e;
      };
    }
  }

  /**
   * Server-side apply has to understand the whole stored object and answers 500 where the spec does
   * not fit the CRD; a merge patch leaves the spec alone.
   */
  private LayoutJob apply(LayoutJob fresh) {
    return Order.of(primary.getSpec()) instanceof Order.Unreadable
        ? context.getClient().resource(fresh).subresource("status").patch(MERGE, asJson(fresh))
        : context.resourceOperations().serverSideApplyPrimaryStatus(fresh);
  }

  private String asJson(LayoutJob fresh) {
    return context.getClient().getKubernetesSerialization().asJson(fresh);
  }

  @Override
  public void announce(Announcement announcement) {
    events.announce(reference, announcement, metrics);
  }

  @SuppressWarnings("unchecked")
  private InformerEventSource<Job, LayoutJob> jobs() {
    return (InformerEventSource<Job, LayoutJob>)
        context.eventSourceRetriever().getEventSourceFor(Job.class, AttemptSources.JOBS);
  }

  private static String words(KubernetesClientException e) {
    return e.getStatus() == null || e.getStatus().getMessage() == null
        ? String.valueOf(e.getMessage())
        : e.getStatus().getMessage();
  }
}
