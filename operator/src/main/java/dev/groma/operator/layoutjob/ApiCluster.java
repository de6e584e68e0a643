package dev.groma.operator.layoutjob;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.runner.JobReference;
import dev.groma.kubernetes.ApiErrors;
import dev.groma.kubernetes.Deletion;
import dev.groma.operator.attempt.AttemptLabels;
import dev.groma.operator.attempt.AttemptManifest;
import dev.groma.operator.attempt.RunnerJob;
import dev.groma.operator.life.Decision;
import dev.groma.operator.life.Defaults;
import dev.groma.operator.life.Snapshot;
import dev.groma.operator.life.Snapshot.Sight;
import dev.groma.operator.telemetry.OperatorMetrics;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import java.net.HttpURLConnection;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** The world through the SDK's caches and the API server. */
final class ApiCluster implements Cluster {

  private static final int UNPROCESSABLE = 422;

  private final LayoutJob primary;
  private final Context<LayoutJob> context;
  private final Defaults defaults;
  private final OperatorMetrics metrics;
  private final Questions questions;
  private final Events events;
  private final JobReference reference;
  private final JobCreation creation;

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
    this.defaults = defaults;
    this.metrics = metrics;
    this.questions = questions;
    this.events = new Events(context.getClient(), clock);
    this.reference = Observer.reference(primary);
    this.creation = new JobCreation(primary, context, manifest, turns, metrics);
  }

  @Override
  public Snapshot observe() {
    creation.leaveLine();
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
    return creation.create(decision);
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
        case HttpURLConnection.HTTP_BAD_REQUEST, UNPROCESSABLE ->
            new Write.Refused(ApiErrors.words(e));
        default -> throw e;
      };
    }
  }

  @Override
  public void announce(Announcement announcement) {
    events.announce(reference, announcement, metrics);
  }
}
