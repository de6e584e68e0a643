package dev.groma.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.EngineName;
import dev.groma.api.layoutjob.InputSource;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.api.layoutqueue.QueuedJob;
import dev.groma.api.reason.RefusalReason;
import dev.groma.engine.json.Quoted;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.manifest.schema.Violation;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of a manifest that the API server and the queue would take, or says everything
 * that is wrong with it.
 *
 * @param schema of the CRD
 * @param context what the queue takes
 */
record Acceptance(LayoutJobSchema schema, IntakeContext context) {

  private static final ObjectMapper SPECS = new ObjectMapper();

  /** In the place of a name, which the request's key gives later. */
  private static final String ANY_NAME = "request";

  /** Engines that are planned and not there yet, by the names of their blocks. */
  private static final List<String> PLANNED = List.of("videoAnalysis");

  /**
   * A request.
   *
   * @param part number of the request among several of one message, from 0; null where it is alone
   */
  JobRequest accept(Draft draft, @Nullable Integer part) throws Refusal {
    ObjectNode manifest = draft.manifest().deepCopy();
    refusePlanned(manifest.path("spec"));
    carryCorrelation(manifest, draft.provenance());
    String name = named(manifest);
    List<Violation> violations = schema.violations(manifest);
    if (!violations.isEmpty()) {
      throw Refusal.of(
          RefusalReason.InvalidJob, violations.stream().map(draft.renames()::describe).toList());
    }
    LayoutJobSpec spec = spec(manifest.path("spec"));
    requireEngine(EngineName.of(spec));
    requireNamespace(manifest.path("metadata").path("namespace").asText(context.namespace()));
    requireShortInputs(spec);
    Map<String, String> annotations =
        new LinkedHashMap<>(own(manifest.path("metadata").path("annotations"), "annotations"));
    annotations.putAll(draft.annotations());
    return new JobRequest(
        spec,
        RequestKey.of(spec.idempotencyKey(), name, draft.object(), draft.provenance().ids(), part),
        own(manifest.path("metadata").path("labels"), "labels"),
        annotations,
        answered(draft.provenance()));
  }

  /** What is wrong with a manifest, whatever else the queue says about it. */
  List<String> mistakes(Draft draft) {
    ObjectNode manifest = draft.manifest().deepCopy();
    named(manifest);
    return schema.violations(manifest).stream().map(draft.renames()::describe).toList();
  }

  /** The engine of a request that nothing answers yet. */
  static Refusal planned(String engine) {
    return new Refusal(
        RefusalReason.EngineUnknown,
        "%s is not an engine of this version; it has roomDetection, siteFit and siteLayout"
            .formatted(engine));
  }

  private static void refusePlanned(JsonNode spec) throws Refusal {
    for (String engine : PLANNED) {
      if (spec.has(engine)) {
        throw planned(engine);
      }
    }
  }

  /** A correlationId of the message goes into a spec that has none. */
  private static void carryCorrelation(ObjectNode manifest, Provenance provenance) {
    if (provenance.correlationId() != null
        && manifest.path("spec") instanceof ObjectNode spec
        && !spec.hasNonNull("correlationId")) {
      spec.put("correlationId", provenance.correlationId());
    }
  }

  /** The name that the manifest has; one without gets any, so that it can be checked. */
  private static @Nullable String named(ObjectNode manifest) {
    JsonNode metadata = manifest.path("metadata");
    if (metadata.isMissingNode() || metadata.isNull()) {
      manifest.putObject("metadata").put("name", ANY_NAME);
      return null;
    }
    if (metadata.hasNonNull("name") || !(metadata instanceof ObjectNode object)) {
      return metadata.path("name").isTextual() ? metadata.path("name").asText() : null;
    }
    object.put("name", ANY_NAME);
    return null;
  }

  private static LayoutJobSpec spec(JsonNode tree) {
    try {
      return SPECS.treeToValue(tree, LayoutJobSpec.class);
    } catch (JsonProcessingException misfit) {
      throw new IllegalStateException("the CRD takes what its own type does not", misfit);
    }
  }

  private void requireEngine(EngineName engine) throws Refusal {
    if (!context.engines().contains(engine)) {
      throw new Refusal(
          RefusalReason.EngineNotAccepted,
          "%s is not among spec.engines of the LayoutQueue".formatted(engine.block()));
    }
  }

  private void requireNamespace(String namespace) throws Refusal {
    if (!namespace.equals(context.namespace())) {
      throw new Refusal(
          RefusalReason.NamespaceNotServed,
          "metadata.namespace: must be %s, where the jobs of this queue are, or absent; was %s"
              .formatted(context.namespace(), Quoted.of(namespace)));
    }
  }

  private static void requireShortInputs(LayoutJobSpec spec) throws Refusal {
    EngineBlock block = EngineBlock.of(spec);
    int together = 0;
    for (EngineBlock.NamedInput input : block.inputs()) {
      String text = input.source().inline();
      int bytes = text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
      together += bytes;
      if (bytes > InputSource.INLINE_MAX_BYTES) {
        throw tooLong("%s is %d bytes long".formatted(input.name(), bytes));
      }
    }
    if (together > InputSource.INLINE_TOTAL_MAX_BYTES) {
      throw tooLong("the inputs are %d bytes long together".formatted(together));
    }
  }

  private static Refusal tooLong(String what) {
    return new Refusal(
        RefusalReason.InlineTooLong,
        "%s; a job holds up to %d in one input and %d in all: put the input into S3 and name it there"
            .formatted(what, InputSource.INLINE_MAX_BYTES, InputSource.INLINE_TOTAL_MAX_BYTES));
  }

  private static Map<String, String> own(JsonNode texts, String member) throws Refusal {
    Map<String, String> own = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> text : texts.properties()) {
      if (text.getKey().startsWith(QueuedJob.RESERVED_PREFIX)) {
        throw new Refusal(
            RefusalReason.ReservedName,
            "metadata.%s: %s is set by Groma alone".formatted(member, Quoted.of(text.getKey())));
      }
      own.put(text.getKey(), text.getValue().asText());
    }
    return own;
  }

  private Provenance answered(Provenance provenance) throws Refusal {
    String wanted = provenance.replyTo();
    if (wanted != null && !context.mayBeTold(wanted)) {
      throw new Refusal(
          RefusalReason.ReplyNotAllowed,
          "replyTo: %s is not among spec.replies.allowed of the LayoutQueue"
              .formatted(Quoted.of(wanted)));
    }
    return new Provenance(
        provenance.ids(),
        provenance.letter(),
        provenance.traceparent(),
        provenance.correlationId(),
        wanted == null ? context.replyTo() : wanted,
        provenance.description());
  }
}
