package dev.groma.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutqueue.ObjectMapping;
import dev.groma.api.reason.RefusalReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object in S3 that an event tells of.
 *
 * @param key as it is stored, not URL-encoded
 * @param versionId null in a bucket without versions
 * @param sequencer orders the events of one key; null where the sender has none
 */
record NewObject(
    String bucket, String key, @Nullable String versionId, @Nullable String sequencer) {

  /** The object as a job, by the first mapping that fits. */
  Draft draft(IntakeContext context, Provenance provenance) throws Refusal {
    if (context.isOutput(bucket, key)) {
      throw new Refusal(
          RefusalReason.OutputLoop,
          "%s lies below spec.jobs.output, where jobs of this queue write: restrict the bucket's"
                  .formatted(uri())
              + " notifications to the prefix of the inputs");
    }
    List<ObjectMapping> mappings = context.mappings().objects();
    for (int i = 0; mappings != null && i < mappings.size(); i++) {
      if (mappings.get(i).fits(bucket, key)) {
        return draft(mappings.get(i), i, provenance);
      }
    }
    throw new Refusal(
        RefusalReason.MappingMissing,
        "%s fits none of spec.mappings.objects of the LayoutQueue".formatted(uri()));
  }

  /** The object as a job, by this mapping, the i-th of the LayoutQueue. */
  Draft draft(ObjectMapping mapping, int i, Provenance provenance) {
    String engine = mapping.input().engine().block();
    JsonNode parameters = mapping.parameters();
    ObjectNode block =
        parameters instanceof ObjectNode given
            ? given.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    ObjectNode object = block.putObject(mapping.input().member()).putObject("s3");
    object.put("bucket", bucket).put("key", key);
    Mapped.put(object, "versionId", versionId);
    ObjectNode spec = JsonNodeFactory.instance.objectNode();
    spec.set(engine, block);
    return new Draft(
        Draft.around(spec),
        Renames.of(
            new Renames.Rename("spec.%s.%s.s3".formatted(engine, mapping.input().member()), uri()),
            new Renames.Rename(
                "spec." + engine,
                "spec.mappings.objects[%d].parameters of the LayoutQueue".formatted(i))),
        version(),
        Map.of(),
        provenance.ofObject(bucket, key));
  }

  private String uri() {
    return "s3://%s/%s".formatted(bucket, key);
  }

  /** Bucket, version and key, the key last: it alone may hold a space. */
  private @Nullable String version() {
    String version = versionId != null ? "version " + versionId : null;
    String last = version == null && sequencer != null ? "sequencer " + sequencer : version;
    return last == null ? null : "%s %s %s".formatted(bucket, last, key);
  }
}
