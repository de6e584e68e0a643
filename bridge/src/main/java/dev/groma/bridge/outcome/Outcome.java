package dev.groma.bridge.outcome;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import dev.groma.api.layoutjob.LayoutJobStatus;
import dev.groma.api.layoutjob.Phase;
import dev.groma.api.layoutqueue.QueuedJob;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended, as a CloudEvent 1.0 in its JSON format. It points to results and carries none.
 *
 * @param id UID, phase and attempt: the same end has the same id, however often it is told
 * @param json the event
 */
public record Outcome(String id, String json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Of a job that has ended.
   *
   * @param status its own, with a final phase
   */
  public static Outcome of(LayoutJob job, LayoutJobStatus status, Phase phase) {
    ObjectMeta metadata = job.getMetadata();
    String word = word(phase);
    int attempt = attempt(status);
    String id = id(job, status, phase);
    ObjectNode event = JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("type", "dev.groma.layoutjob." + word.toLowerCase(Locale.ROOT));
    event.put(
        "source",
        "/apis/groma.dev/v1alpha1/namespaces/%s/layoutjobs".formatted(metadata.getNamespace()));
    event.put("subject", metadata.getName());
    event.put("datacontenttype", "application/json");
    put(event, "time", status.completionTime());
    put(event, "correlationid", correlationId(job));
    put(event, "traceparent", annotation(job, QueuedJob.TRACEPARENT));
    event.set("data", data(job, status, word, attempt));
    return new Outcome(id, event.toString());
  }

  /** The event's id alone. */
  static String id(LayoutJob job, LayoutJobStatus status, Phase phase) {
    return job.getMetadata().getUid() + "." + word(phase) + "." + attempt(status);
  }

  private static String word(Phase phase) {
    return JSON.convertValue(phase, String.class);
  }

  private static int attempt(LayoutJobStatus status) {
    return Objects.requireNonNullElse(status.attempts(), 0);
  }

  private static ObjectNode data(LayoutJob job, LayoutJobStatus status, String phase, int attempt) {
    ObjectNode data = JSON.createObjectNode();
    data.put("namespace", job.getMetadata().getNamespace());
    data.put("name", job.getMetadata().getName());
    data.put("uid", job.getMetadata().getUid());
    put(data, "requestKey", annotation(job, QueuedJob.REQUEST_KEY));
    put(data, "messageId", annotation(job, QueuedJob.MESSAGE_ID));
    put(data, "correlationId", correlationId(job));
    put(data, "engine", status.engine());
    data.put("phase", phase);
    data.put("attempts", attempt);
    put(data, "startTime", status.startTime());
    put(data, "completionTime", status.completionTime());
    put(data, "resultLocation", status.resultLocation());
    tree(data, "summary", status.summary());
    tree(data, "artifacts", status.artifacts());
    tree(data, "failure", status.failure());
    return data;
  }

  static @Nullable String annotation(LayoutJob job, String name) {
    return Objects.requireNonNullElse(
            job.getMetadata().getAnnotations(), Map.<String, @Nullable String>of())
        .get(name);
  }

  private static @Nullable String correlationId(LayoutJob job) {
    return job.getSpec() == null ? null : job.getSpec().correlationId();
  }

  private static void put(ObjectNode node, String member, @Nullable String text) {
    if (text != null) {
      node.put(member, text);
    }
  }

  private static void tree(ObjectNode node, String member, @Nullable Object value) {
    if (value != null) {
      node.set(member, JSON.valueToTree(value));
    }
  }
}
