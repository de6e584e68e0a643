package dev.groma.bridge.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.bridge.message.JobKey;
import dev.groma.bridge.message.Trouble;
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

  private static final String COLLECTION =
      "/apis/" + LayoutJob.API_VERSION + "/namespaces/%s/layoutjobs";

  private static final ObjectReader UID =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readerFor(MetadataOnly.class);

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
      String stored =
          client.raw(COLLECTION.formatted(job.key().namespace()), "POST", job.manifest());
      return new Answer.Created(UID.<MetadataOnly>readValue(stored).metadata().uid());
    } catch (KubernetesClientException e) {
      return Answers.ofCreate(e);
    } catch (JsonProcessingException foreign) {
      throw new TroubledException(
          new Trouble(Trouble.Kind.FAULT, "no LayoutJob in the answer: " + foreign.getMessage()));
    }
  }

  /** What is read of an answer, whose rest was sent a moment before. */
  private record MetadataOnly(Metadata metadata) {}

  private record Metadata(String uid) {}

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
