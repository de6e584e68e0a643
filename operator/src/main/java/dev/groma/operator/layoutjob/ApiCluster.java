package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.runner.JobReference;
import dev.groma.kubernetes.Deletion;
import dev.groma.operator.attempt.Assignment;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Order;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.telemetry.LogContext;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The world through the SDK's caches and the API server. */
final class ApiCluster implements Cluster {

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;

  private final LayoutJob primary;
  private final Context<LayoutJob> context;
  private final AttemptManifest manifest;
  private final Defaults defaults;
  private final Turns turns;
  private final OperatorMetrics metrics;
  private final Questions questions;
  private final Events events;
  private final JobReference reference;
  private final Turns.Place place;

  ApiCluster(
      LayoutJob primary,
      Context<LayoutJob> context,
      AttemptManifest manifest,
      Defaults defaults,
      Turns turns,
      OperatorMetrics metrics,
      Questions questions,
      InstantSource clock) {
    this.primary = primary;
    this.context = context;
    this.manifest = manifest;
    this.defaults = defaults;
    this.turns = turns;
    this.metrics = metrics;
    this.questions = questions;
    this.events = new Events(context.getClient(), clock);
    this.reference = Observer.reference(primary);
    this.place =
        new Turns.Place(
            Instant.parse(primary.getMetadata().getCreationTimestamp()),
            ResourceID.fromResource(primary));
  }

  @Override
  public Snapshot observe() {
    turns.leave(place, caches());
    return new Observer(defaults)
        .snapshot(
            primary,
            new Observer.Own(
                context.getSecondaryResources(Job.class),
                context.getSecondaryResources(Pod.class),
                context.getSecondaryResources(ConfigMap.class)),
            new ReusableAnswers(context.getPrimaryCache(), defaults).find(primary),
            new Sight.Cached());
  }

  @Override
  public Snapshot lookCloser(Snapshot seen) {
    metrics.lookedCloser();
    KubernetesClient client = context.getClient();
    Map<String, String> own = AttemptLabels.selector(reference.uid());
    Observer.Own objects =
        new Observer.Own(
            client
                .batch()
                .v1()
                .jobs()
                .inNamespace(reference.namespace())
                .withLabels(own)
                .list()
                .getItems(),
            client.pods().inNamespace(reference.namespace()).withLabels(own).list().getItems(),
            client
                .configMaps()
                .inNamespace(reference.namespace())
                .withLabels(own)
                .list()
                .getItems());
    return new Observer(defaults)
        .snapshot(
            primary,
            objects,
            seen.reusable(),
            new Sight.Live(new Complaints(events, reference).about(objects)));
  }

  @Override
  public Optional<Snapshot> askWhy(Snapshot seen) {
    return questions.mayAsk() ? Optional.of(lookCloser(seen)) : Optional.empty();
  }

  @Override
  public Creation createJob(Decision.CreateJob decision) {
    Job job = manifest.of(assignment(decision));
    ResourceID name = ResourceID.fromResource(job);
    if (!turns.take(place, name, caches())) {
      return new Creation.NoTurn(turns.atMost());
    }
    boolean begun = false;
    try {
      Creation creation = create(job, decision.ledger().attempt());
      begun = creation instanceof Creation.Done;
      return creation;
    } finally {
      if (!begun) {
        turns.giveBack(name);
      }
    }
  }

  private Creation create(Job job, int attempt) {
    try {
      metrics.write("job", () -> context.resourceOperations().create(job, jobs()));
      return new Creation.Done();
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_CONFLICT -> conflict(job, attempt, e);
        case HttpURLConnection.HTTP_FORBIDDEN ->
            isNamespaceGoing(e) ? new Creation.NamespaceGoes() : new Creation.NotNow(words(e));
        case HttpURLConnection.HTTP_NOT_FOUND -> new Creation.NamespaceGoes();
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE, TOO_LARGE ->
            new Creation.Refused(words(e));
        default -> throw e;
      };
    }
  }

  private Assignment assignment(Decision.CreateJob decision) {
    Order.Runnable order = decision.order();
    @Nullable String raised = decision.ledger().memory();
    return new Assignment(
        reference,
        decision.ledger().attempt(),
        order.block(),
        order.seed(),
        order.output(),
        new Assignment.Limits(
            order.policy().timeout(),
            order.policy().startDeadline(),
            raised == null ? order.policy().memory() : raised),
        order.execution(),
        order.correlationId(),
        LogContext.traceparent(primary));
  }

  /** NamespaceTerminating is the cause that admission gives; pkg/admission/namespace/lifecycle. */
  private static boolean isNamespaceGoing(KubernetesClientException e) {
    return e.getStatus() != null
        && e.getStatus().getDetails() != null
        && e.getStatus().getDetails().getCauses().stream()
            .anyMatch(cause -> "NamespaceTerminating".equals(cause.getReason()));
  }

  /** An answer that got lost, an operator before or beside this one, or someone else's Job. */
  private Creation conflict(Job wanted, int attempt, KubernetesClientException conflict) {
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
    if (Observer.isJobOf(there, reference, attempt)) {
      return there.getMetadata().getDeletionTimestamp() == null
          ? new Creation.Done()
          : new Creation.Going();
    }
    return new Creation.NameTaken(
        Observer.controller(there)
            .map(owner -> owner.getKind() + " " + owner.getName())
            .orElse("no one"));
  }

  @Override
  public void stopJob(RunnerJob job) {
    delete("job-deletion", Deletion.ofJob(reference.namespace(), job.name(), job.uid()));
  }

  @Override
  public void deleteLayoutJob() {
    delete(
        "layoutjob-deletion",
        Deletion.ofLayoutJob(
            reference.namespace(),
            reference.name(),
            reference.uid(),
            primary.getMetadata().getResourceVersion()));
  }

  private void delete(String what, Deletion deletion) {
    metrics.write(
        what,
        () -> {
          deletion.send(context.getClient());
          return deletion;
        });
  }

  @Override
  public Write writeStatus(LayoutJobStatus status) {
    try {
      metrics.write("status", () -> new StatusWrite(context, primary).apply(status));
      return new Write.Done();
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case HttpURLConnection.HTTP_NOT_FOUND -> new Write.Gone();
        case HttpURLConnection.HTTP_CONFLICT -> new Write.Stale();
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE -> new Write.Refused(words(e));
        default -> throw e;
      };
    }
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

  private Turns.Caches caches() {
    return new Turns.Caches() {
      @Override
      public Stream<Job> jobs() {
        return ApiCluster.this.jobs().list(any -> true);
      }

      @Override
      public boolean has(ResourceID layoutJob) {
        return context.getPrimaryCache().get(layoutJob).isPresent();
      }
    };
  }

  private static String words(KubernetesClientException e) {
    return e.getStatus() == null || e.getStatus().getMessage() == null
        ? String.valueOf(e.getMessage())
        : e.getStatus().getMessage();
  }
}
