package dev.groma.bridge.store;

import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.TroubledException;
import dev.groma.kubernetes.Deletion;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.HttpURLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** LayoutJobs through the client. */
public final class ApiJobs implements Jobs {

  private final KubernetesClient client;

  /**
   * Through this client.
   *
   * @param client one that does not try again by itself: whoever asks counts on knowing when it
   *     asks
   */
  public ApiJobs(KubernetesClient client) {
    this.client = client;
  }

  @Override
  public Answer create(NewJob job) throws TroubledException {
    try {
      return new Answer.Created(client.resource(job.manifest()).create().getMetadata().getUid());
    } catch (KubernetesClientException e) {
      return Answers.ofCreate(e);
    }
  }

  @Override
  public Optional<String> contentHash(JobKey job) throws TroubledException {
    return get(job)
        .map(found ->
            Objects.requireNonNullElse(
                    found.getMetadata().getAnnotations(), Map.<String, String>of())
                .getOrDefault(QueuedJob.CONTENT_HASH, ""));
  }

  /** A job as it is stored. */
  public Optional<LayoutJob> get(JobKey job) throws TroubledException {
    try {
      return Optional.ofNullable(
          client
              .resources(LayoutJob.class)
              .inNamespace(job.namespace())
              .withName(job.name())
              .get());
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
  }

  @Override
  public void delete(JobKey job, String uid) throws TroubledException {
    try {
      Deletion.ofLayoutJob(job.namespace(), job.name(), uid, null).send(client);
    } catch (KubernetesClientException e) {
      throw Answers.trouble(e);
    }
  }

  /** Sets an annotation of a job, if it is still this one. */
  public void annotate(JobKey job, String uid, String annotation, String value)
      throws TroubledException {
    String patch =
        client
            .getKubernetesSerialization()
            .asJson(
                Map.of("metadata", Map.of("uid", uid, "annotations", Map.of(annotation, value))));
    try {
      client
          .resources(LayoutJob.class)
          .inNamespace(job.namespace())
          .withName(job.name())
          .patch(PatchContext.of(PatchType.JSON_MERGE), patch);
    } catch (KubernetesClientException e) {
      if (e.getCode() != HttpURLConnection.HTTP_CONFLICT
          && e.getCode() != HttpURLConnection.HTTP_NOT_FOUND) {
        throw Answers.trouble(e);
      }
    }
  }
}
