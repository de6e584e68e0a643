package dev.groma.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.CanonicalJson;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request for one LayoutJob.
 *
 * @param spec as it was asked for, before the defaults of the queue (see {@link Defaults})
 * @param key under which it is the same request
 * @param labels that the submitter gives the job
 * @param ownAnnotations that the submitter gives the job
 * @param provenance where it came from; replyTo is one that the queue allows
 */
public record JobRequest(
    LayoutJobSpec spec,
    RequestKey key,
    Map<String, String> labels,
    Map<String, String> ownAnnotations,
    Provenance provenance) {

  private static final ObjectMapper TREES = new ObjectMapper();

  public JobRequest {
    labels = Map.copyOf(labels);
    ownAnnotations = Map.copyOf(ownAnnotations);
  }

  /**
   * SHA-256 of what the request asks for, 64 hexadecimal digits; of a failed job's letter, what its
   * request asked for.
   */
  public String contentHash() {
    String own = contentHash(spec);
    LetterContent letter = provenance.letter();
    return letter == null ? own : letter.requestOf(own);
  }

  /**
   * SHA-256 of what a spec asks for. Who asks is not part of it: the same request sent once more
   * may have another correlationId.
   */
  static String contentHash(LayoutJobSpec spec) {
    ObjectNode content = TREES.valueToTree(spec);
    content.remove("idempotencyKey");
    content.remove("correlationId");
    return CanonicalJson.sha256(content);
  }

  /** Annotations of the job: the submitter's, and what is to be known of the request. */
  public Map<String, String> annotations() {
    Map<String, String> annotations = new LinkedHashMap<>(ownAnnotations);
    annotations.put(QueuedJob.REQUEST_KEY, key.text());
    annotations.put(QueuedJob.CONTENT_HASH, contentHash());
    annotations.put(QueuedJob.MESSAGE_ID, provenance.ids().message());
    if (provenance.traceparent() != null) {
      annotations.put(QueuedJob.TRACEPARENT, provenance.traceparent());
    }
    if (provenance.replyTo() != null) {
      annotations.put(QueuedJob.REPLY_TO, provenance.replyTo());
    }
    return annotations;
  }
}
