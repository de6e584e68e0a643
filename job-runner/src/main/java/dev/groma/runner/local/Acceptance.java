package dev.groma.runner.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.groma.api.layoutjob.EngineBlock;
import dev.groma.api.layoutjob.LayoutJobSpec;
import dev.groma.engine.Engine;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import dev.groma.manifest.schema.LayoutJobSchema;
import dev.groma.runner.attempt.Engines;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API server does with a new LayoutJob: takes it, or says everything that is wrong with
 * it.
 *
 * @param schema of the CRD
 * @param engines that this program has
 */
record Acceptance(LayoutJobSchema schema, Engines engines) {

  private static final ObjectMapper SPECS = new ObjectMapper();

  /** The job, with inputs that may be files. */
  LocalJob onLaptop(Manifest manifest) throws Refused {
    FileInputs files = FileInputs.of(manifest, schema.inputPaths());
    List<Finding> findings = new ArrayList<>(files.findings());
    findings.addAll(violations(manifest, files.asStored()));
    if (!findings.isEmpty()) {
      throw new Refused(findings);
    }
    EngineBlock block = EngineBlock.of(spec(files.asStored()));
    Engine<?, ?> engine =
        engines
            .find(block.engine())
            .orElseThrow(() ->
                new Refused(
                    List.of(
                        manifest.finding(
                            "spec." + block.engine(),
                            "this program has no such engine; it has " + engines.names()))));
    return new LocalJob(manifest, engine, block, files.fileByInput());
  }

  /** The job, as a cluster takes it. */
  LocalJob inCluster(Manifest manifest) throws Refused {
    List<Finding> findings = violations(manifest, manifest.tree());
    if (!findings.isEmpty()) {
      throw new Refused(findings);
    }
    return onLaptop(manifest);
  }

  private List<Finding> violations(Manifest manifest, JsonNode tree) {
    return schema.violations(tree).stream()
        .map(violation -> manifest.finding(violation.path(), violation.message()))
        .toList();
  }

  private static LayoutJobSpec spec(JsonNode manifest) {
    try {
      return SPECS.treeToValue(manifest.path("spec"), LayoutJobSpec.class);
    } catch (JsonProcessingException misfit) {
      throw new IllegalStateException("the CRD takes what its own type does not", misfit);
    }
  }
}
