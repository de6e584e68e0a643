package dev.groma.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.api.layoutjob.LayoutJob;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A manifest made of a request, before it is checked.
 *
 * @param manifest apiVersion, kind, metadata, spec
 * @param renames where members of the spec come from
 * @param object version of the object in S3 that the request is about
 * @param annotations that Groma itself adds
 * @param provenance where the request came from
 */
record Draft(
    ObjectNode manifest,
    Renames renames,
    @Nullable String object,
    Map<String, String> annotations,
    Provenance provenance) {

  /** Of a LayoutJob, or of a spec around which the rest is put. */
  static Draft of(ObjectNode manifest, Provenance provenance) {
    return new Draft(manifest, Renames.NONE, null, Map.of(), provenance);
  }

  /** Of a shape that is mapped. */
  static Draft mapped(ObjectNode spec, Renames renames, Provenance provenance) {
    return new Draft(around(spec), renames, null, Map.of(), provenance);
  }

  /** The same with an annotation of Groma's own. */
  Draft annotated(String name, String value) {
    return new Draft(manifest, renames, object, Map.of(name, value), provenance);
  }

  /** A LayoutJob with this spec. */
  static ObjectNode around(ObjectNode spec) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    manifest.put("apiVersion", LayoutJob.API_VERSION);
    manifest.put("kind", LayoutJob.KIND);
    manifest.set("spec", spec);
    return manifest;
  }
}
