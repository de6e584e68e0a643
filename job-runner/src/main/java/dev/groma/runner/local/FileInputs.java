package dev.groma.runner.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groma.manifest.Finding;
import dev.groma.manifest.Manifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs of a manifest that are files, which only a laptop knows.
 *
 * @param asStored the manifest as a cluster could store it: to the schema, a file is a ConfigMap
 * @param fileByInput path of the file by path of the input, such as {@code
 *     spec.roomDetection.walls}
 * @param findings about misused members {@code file}
 */
record FileInputs(ObjectNode asStored, Map<String, String> fileByInput, List<Finding> findings) {

  private static final String MEMBER = "file";

  /** Takes the files out of a manifest. */
  static FileInputs of(Manifest manifest, List<String> inputPaths) {
    ObjectNode stored = manifest.tree().deepCopy();
    Map<String, String> files = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (String path : inputPaths) {
      JsonNode source = stored.at("/" + path.replace('.', '/'));
      if (!(source instanceof ObjectNode input) || !input.hasNonNull(MEMBER)) {
        continue;
      }
      JsonNode file = input.remove(MEMBER);
      if (!file.isTextual() || file.asText().isBlank()) {
        findings.add(manifest.finding(path + "." + MEMBER, "must be the path of a file"));
      }
      List<String> beside =
          input.properties().stream()
              .filter(member -> !member.getValue().isNull())
              .map(Map.Entry::getKey)
              .toList();
      if (!beside.isEmpty()) {
        findings.add(
            manifest.finding(
                path,
                "exactly one source is required: file stands beside %s; remove one or the other"
                    .formatted(String.join(" and ", beside))));
      }
      input.removeAll();
      input.putObject("configMap").put("name", MEMBER).put("key", MEMBER);
      files.put(path, file.asText());
    }
    return new FileInputs(stored, files, findings);
  }
}
