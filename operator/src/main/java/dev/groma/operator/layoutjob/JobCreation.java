package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.runner.JobReference;
import dev.groma.kubernetes.ApiErrors;
import dev.groma.operator.attempt.Assignment;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.layoutjob.Cluster.Creation;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Order;
import dev.groma.operator.telemetry.LogContext;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.net.HttpURLConnection;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates the Jobs of one LayoutJob's attempts, each when it is its turn. */
final class JobCreation {

  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;

  private final LayoutJob primary;
  private final Context<LayoutJob> context;
  private final AttemptManifest manifest;
  private final Turns turns;
  private final OperatorMetrics metrics;
  private final JobReference reference;
  private final Turns.Place place;

  JobCreation(
      LayoutJob primary,
      Context<LayoutJob> context,
      AttemptManifest manifest,
      Turns turns,
      OperatorMetrics metrics) {
    this.primary = primary;
    this.context = context;
    this.manifest = manifest;
    this.turns = turns;
    this.metrics = metrics;
    this.reference = Observer.reference(primary);
    this.place =
        new Turns.Place(
            Instant.parse(primary.getMetadata().getCreationTimestamp()),
            ResourceID.fromResource(primary));
  }

  /** The LayoutJob is looked at: it does not wait for a turn unless it asks again. */
  void leaveLine() {
    turns.leave(place, caches());
  }

  /** Creates the Job of an attempt, if it is its turn. */
  Creation create(Decision.CreateJob decision) {
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
            isNamespaceGoing(e)
                ? new Creation.NamespaceGoes()
                : new Creation.NotNow(ApiErrors.words(e));
        case HttpURLConnection.HTTP_NOT_FOUND -> new Creation.NamespaceGoes();
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE, TOO_LARGE ->
            new Creation.Refused(ApiErrors.words(e));
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

  @SuppressWarnings("unchecked")
  private InformerEventSource<Job, LayoutJob> jobs() {
    return (InformerEventSource<Job, LayoutJob>)
        context.eventSourceRetriever().getEventSourceFor(Job.class, AttemptSources.JOBS);
  }

  private Turns.Caches caches() {
    return new Turns.Caches() {
      @Override
      public Stream<Job> jobs() {
        return JobCreation.this.jobs().list(any -> true);
      }

      @Override
      public boolean has(ResourceID layoutJob) {
        return context.getPrimaryCache().get(layoutJob).isPresent();
      }
    };
  }
}
